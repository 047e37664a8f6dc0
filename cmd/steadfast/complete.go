package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/sim/scenario"
)

// completeScenario completes the one argument of a command that takes a
// scenario: the name of a shipped one, or a file.
func completeScenario(cmd *cobra.Command, args []string, toComplete string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completeScenarios(cmd, args, toComplete)
}

// completeScenarios completes any number of scenarios. The shell would offer
// files only where no name fits, so files are listed here.
func completeScenarios(_ *cobra.Command, _ []string, toComplete string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, name := range shippedNames() {
		if strings.HasPrefix(name, toComplete) {
			names = append(names, name)
		}
	}
	files, folders := scenarioFiles(toComplete)
	names = append(names, files...)
	if len(names) == 0 && len(folders) > 0 {
		return folders, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	return append(names, folders...), cobra.ShellCompDirectiveNoFileComp
}

// scenarioFiles lists the scenario files and, ending in a separator, the
// folders whose paths begin with prefix.
func scenarioFiles(prefix string) (files, folders []string) {
	dir, base := filepath.Split(prefix)
	where := dir
	if where == "" {
		where = "."
	}
	// A folder that cannot be read has nothing to offer.
	entries, _ := os.ReadDir(where)
	for _, e := range entries {
		name := e.Name()
		switch {
		case !strings.HasPrefix(name, base) || base == "" && strings.HasPrefix(name, "."):
		case e.IsDir():
			folders = append(folders, dir+name+string(filepath.Separator))
		case filepath.Ext(name) == ".toml":
			files = append(files, dir+name)
		}
	}
	return files, folders
}

// quietly loads the scenario of a command line for completion; nil where there
// is none.
func quietly(args []string) *scenario.Scenario {
	if len(args) == 0 {
		return nil
	}
	sc, _ := scenario.Load(args[0], loadOptions(nil))
	return sc
}

// completeSweep completes a scenario, then the id of one of its sweeps.
func completeSweep(cmd *cobra.Command, args []string, toComplete string) ([]string, cobra.ShellCompDirective) {
	if len(args) != 1 {
		return completeScenario(cmd, args, toComplete)
	}
	if sc := quietly(args); sc != nil {
		return sweepIDs(sc), cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// completeFlag completes a flag from fixed words.
func completeFlag(cmd *cobra.Command, flag string, words func() []string) {
	completeFlagFrom(cmd, flag, func([]string) []string { return words() })
}

// completeFlagFrom completes a flag from words that depend on the command's
// arguments.
func completeFlagFrom(cmd *cobra.Command, flag string, words func(args []string) []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		return words(args), cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // the command has no such flag
	}
}
