package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// completeResult completes the arguments of plot: a saved result, which the shell
// knows best, and behind it the figures that it has.
func completeResult(_ *cobra.Command, args []string, toComplete string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	source, _, err := readSource(args[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, name := range source.Names() {
		if strings.HasPrefix(name, toComplete) {
			names = append(names, name)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completePackages lists the packages of the saved result among the arguments.
func completePackages(args []string) []string {
	if len(args) == 0 {
		return nil
	}
	source, _, err := readSource(args[0])
	if err != nil {
		return nil
	}
	var ids []string
	for _, p := range source.Packages() {
		ids = append(ids, p.ID)
	}
	return ids
}
