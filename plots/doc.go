// Package plots draws a result: the theme, and one file a figure.
//
// A figure needs a result.Set and nothing else, so a chart is redrawn from a
// saved result without a run, and comes out the same to the byte:
//
//	fig, err := plots.Build("compare", set, plots.DefaultTheme())
//	err = fig.WritePNG(w, plots.Slide)
//	err = fig.WriteCSV(w) // the numbers drawn, and only those
//
// Drivers draws which assumptions an output depends on, from a
// result.Sensitivity; Sweep draws how a number changes as one or two parameters
// are turned, and Flip which package is preferred where, from a result.Sweep.
//
// Options draw a result of any kind, a Source, in another size or theme, of some
// of its packages, or to an earlier year. What they draw carries all that it takes
// to make it again: ReadPicture reads that, and Verify compares the picture with
// the one made again.
//
//	fig, err := plots.Options{Theme: "dark", Size: plots.Page}.Build("compare", plots.Source{Set: set})
//
// What a figure says is in its theme's Words, English unless another language is
// chosen (see Languages, WordsOf); no word of a figure stands anywhere else.
//
// Every figure states in its title what it shows and in its subtitle measure,
// horizon and interval; labels its lines and rows directly; gives a package the
// same colour and marker as every other figure does; and carries what is needed
// to redraw it in its footer and, as text chunks, in the PNG (see ReadText).
//
// Layout is done in units of 1/1080 of the height of a slide, from the top left
// corner. A canvas of another size is scaled, so that words keep their share of
// the picture; one of another shape gets more room in one direction.
//
// # References
//
// Okabe and Ito, Color Universal Design (2008), for the palette. W3C, Web Content
// Accessibility Guidelines 2.1, success criteria 1.4.3 and 1.4.11, for contrast.
// W3C, Portable Network Graphics (2003), §11.3.4, for the text chunks. Sharma, Wu
// and Dalal, The CIEDE2000 color-difference formula (2005), and Machado, Oliveira
// and Fernandes, A physiologically-based model for simulation of color vision
// deficiency (2009), for what the tests hold the palettes to.
package plots
