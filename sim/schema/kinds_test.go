package schema

import (
	"encoding/json"
	"math"
	"os"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"steadfast/sim/model"
)

// oneOfEvery is what testdata/kinds.toml sets, after the draw.
func oneOfEvery() []Drawn {
	type n = map[string]float64
	type s = map[string]string
	uk := map[string][]string{"contributors": {"uk"}}
	drawn := []Drawn{
		{ID: "assistance", Kind: "assistance", Numbers: n{"capability_gain": .5, "half_life_years": 3, "credibility": .7, "until_years": 10}},
		{ID: "snapback", Kind: "snapback", Numbers: n{"relief_per_year": .008, "severity": .1, "credibility": .85, "automaticity": .5,
			"backstop_reliance": .5, "delay_days": 90, "until_years": 12}},
		{ID: "vote", Kind: "sanctions", Numbers: n{"severity": .05, "vote.members": 27, "vote.consent": .97, "vote.rank": 0,
			"automaticity": 0, "backstop_reliance": 0, "delay_days": 60}, Texts: s{"vote.rule": "unanimity"}},
		{ID: "frozen", Kind: "frozen_assets", Numbers: n{"amount": .06, "years": 3, "credibility": .9, "automaticity": .8, "backstop_reliance": .2}},
		{ID: "sky", Kind: "air_naval", Numbers: n{"share_of_forces": .4, "incidents_per_year": 3, "escalation": .0007}, Texts: s{"legal_form": "agreement"}},
		{ID: "tripwire", Kind: "tripwire", Numbers: n{"troops": 17_500}, Lists: uk, Texts: s{"legal_form": "treaty"}, Flags: map[string]bool{"may_fight_back": false}},
		{ID: "no_troops", Kind: "tripwire", Numbers: n{"troops": 0}, Lists: uk, Texts: s{"legal_form": "treaty"}},
		{ID: "nato", Kind: "accession", Numbers: n{"credibility": .75, "delay_years": 1, "cost": .8, "moratorium_value": .05}},
		{ID: "pact", Kind: "treaty", Numbers: n{"share": .8, "automaticity": .3, "from_years": 0}, Texts: s{"legal_form": "integrated_command"}},
		{ID: "words", Kind: "assurance"},
		{ID: "eyes", Kind: "monitoring", Numbers: n{"detection": .6}},
		{ID: "zone", Kind: "buffer_zone", Numbers: n{"width_km": 40}},
		{ID: "own", Kind: "custom", Numbers: n{"warning_days": 10, "status_quo_per_year": -.001}},
	}
	for i := range drawn {
		drawn[i].Texts = withKind(drawn[i])
		drawn[i].ChallengerDiscountRate = .08
	}
	return drawn
}

// withKind adds the kind as a loader would leave it among the texts.
func withKind(d Drawn) map[string]string {
	texts := map[string]string{"kind": d.Kind}
	for k, v := range d.Texts {
		texts[k] = v
	}
	return texts
}

// resolved reads what the reference program made of the same instruments.
func resolved(t *testing.T) (every, vague []model.Instrument, vagueWatch model.Watch) {
	t.Helper()
	data, err := os.ReadFile("testdata/kinds.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Resolved []struct {
			Watch    model.Watch
			Packages []model.Package
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	return file.Resolved[1].Packages[0].Instruments, file.Resolved[2].Packages[0].Instruments, file.Resolved[2].Watch
}

var close12 = cmpopts.EquateApprox(0, 1e-12)

func TestEveryKindAgainstTheReference(t *testing.T) {
	var got []model.Instrument
	for _, d := range oneOfEvery() {
		in, ok, err := Channels(d)
		if err != nil {
			t.Errorf("%s: %v", d.ID, err)
		}
		if ok {
			got = append(got, in)
		}
	}
	want, _, _ := resolved(t)
	if len(want) != len(KindNames()) {
		t.Fatalf("the reference has %d instruments, want one of each of the %d kinds", len(want), len(KindNames()))
	}
	if diff := cmp.Diff(want, got, close12); diff != "" {
		t.Errorf("channels differ from the reference (-want +got):\n%s", diff)
	}
}

func TestAmbiguityAgainstTheReference(t *testing.T) {
	_, want, wantWatch := resolved(t)
	var sky model.Instrument
	for _, d := range oneOfEvery() {
		if d.ID == "sky" {
			sky, _, _ = Channels(d)
		}
	}
	shared := []model.Instrument{sky}
	c := model.Case{Watch: model.Watch{Detection: .5, ProbeResponse: .25}, Package: model.Package{Instruments: shared}}
	ApplyAmbiguity(&c, .5)
	if diff := cmp.Diff(want, c.Package.Instruments, close12); diff != "" {
		t.Errorf("instruments (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantWatch, c.Watch, close12); diff != "" {
		t.Errorf("watch (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(sky, shared[0]); diff != "" {
		t.Errorf("the shared instrument was modified:\n%s", diff)
	}
}

func TestAmbiguityLeavesNoResponseAndNoShareAlone(t *testing.T) {
	c := model.Case{Package: model.Package{Instruments: []model.Instrument{{Legal: 1, Severity: .1}, {Legal: 1, Share: .5, ProbeResponse: 1}}}}
	ApplyAmbiguity(&c, 1)
	got := c.Package.Instruments
	if c.Watch.ProbeResponse != 0 || got[0].ProbeResponse != 0 {
		t.Errorf("a response of 0 became %g and %g", c.Watch.ProbeResponse, got[0].ProbeResponse)
	}
	if got[0].Legal != 1 || got[1].Legal != .5 {
		t.Errorf("legal = %g and %g, want 1 without a share and 0.5 with one", got[0].Legal, got[1].Legal)
	}
	if p := got[1].ProbeResponse; !(p > 1-1e-9 && p < 1) {
		t.Errorf("a response of 1 became %.12g, want it clamped as everywhere in the model", p)
	}
}

func TestTerms(t *testing.T) {
	type n = map[string]float64
	promise := func(more n) n {
		all := n{"severity": .1, "credibility": .5}
		for k, v := range more {
			all[k] = v
		}
		return all
	}
	for _, tc := range []struct {
		name                 string
		d                    Drawn
		from, until, promise float64
	}{
		{"snapback: until is the promise's", Drawn{Kind: "snapback", Numbers: promise(n{"relief_per_year": .01, "until_years": 12})}, 0, 0, 12},
		{"snapback: relief_until is the instrument's", Drawn{Kind: "snapback", Numbers: promise(n{"relief_per_year": .01, "until_months": 30, "relief_until_months": 18, "from_months": 3})}, .25, 1.5, 2.5},
		{"sanctions: until is the promise's", Drawn{Kind: "sanctions", Numbers: promise(n{"until_years": 5})}, 0, 0, 5},
		{"frozen assets end with the release", Drawn{Kind: "frozen_assets", Numbers: n{"amount": .1, "years": 4, "credibility": .5, "from_months": 6}}, .5, 4.5, 0},
		{"tripwire: until is the instrument's", Drawn{Kind: "tripwire", Numbers: n{"troops": 1, "until_years": 15, "from_years": 1}, Lists: map[string][]string{"contributors": {}}}, 1, 15, 0},
		{"days", Drawn{Kind: "monitoring", Numbers: n{"detection": .5, "from_days": 365.25, "until_days": 730.5}}, 1, 2, 0},
		{"a legal form waits", Drawn{Kind: "treaty", Numbers: n{"share": 1}, Texts: map[string]string{"legal_form": "eu_law"}}, .5, 0, 0},
		{"unless from is given", Drawn{Kind: "treaty", Numbers: n{"share": 1, "from_days": 0}, Texts: map[string]string{"legal_form": "eu_law"}}, 0, 0, 0},
		{"no form is a declaration", Drawn{Kind: "treaty", Numbers: n{"share": 1}}, 0, 0, 0},
		{"custom: both ends", Drawn{Kind: "custom", Numbers: n{"promise_until_years": 3, "until_years": 4}}, 0, 4, 3},
	} {
		in, ok, err := Channels(tc.d)
		if err != nil || !ok {
			t.Errorf("%s: ok = %t, err = %v", tc.name, ok, err)
			continue
		}
		if in.FromYears != tc.from || in.UntilYears != tc.until || in.PromiseUntilYears != tc.promise {
			t.Errorf("%s: from %g until %g promise until %g, want %g, %g, %g", tc.name,
				in.FromYears, in.UntilYears, in.PromiseUntilYears, tc.from, tc.until, tc.promise)
		}
	}
}

func TestCustomTakesEveryChannel(t *testing.T) {
	numbers := map[string]float64{}
	for _, name := range Children([]string{"instrument", "*"}, "custom") {
		if f, ok := LookupInstrument("custom", name); ok && f.Type == Number && f.PerUnit == 1 {
			numbers[name] = .25
		}
	}
	numbers["entanglement.uk"] = .25
	in, ok, err := Channels(Drawn{ID: "x", Kind: "custom", Numbers: numbers})
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	var channels map[string]any
	if err := json.Unmarshal(data, &channels); err != nil {
		t.Fatal(err)
	}
	delete(channels, "id")
	if want := reflect.TypeFor[model.Instrument]().NumField() - 1; len(channels) != want {
		t.Errorf("%d channels come out, want all %d: %s", len(channels), want, data)
	}
	for name, v := range channels {
		if name == "entanglement" {
			v = v.(map[string]any)["uk"]
		}
		if v != .25 {
			t.Errorf("%s = %v, want what was set", name, v)
		}
	}
}

func TestChannelsErrors(t *testing.T) {
	type n = map[string]float64
	for _, tc := range []struct {
		d    Drawn
		want string
	}{
		{Drawn{ID: "x", Kind: "tripwires"}, `instrument x: kind "tripwires" is unknown: it is one of assistance, snapback, sanctions, frozen_assets, air_naval, tripwire, accession, treaty, assurance, monitoring, buffer_zone, custom`},
		{Drawn{ID: "x", Kind: "snapback", Numbers: n{"relief_per_year": 0, "severity": .1}}, "instrument x (snapback): credibility is missing: give a probability from 0 to 1, or a vote"},
		{Drawn{ID: "x", Kind: "snapback", Numbers: n{"relief_per_year": 0, "severity": .1, "credibility": 1, "vote.members": 3}}, "instrument x (snapback): credibility and vote are both given: the vote decides the credibility, keep one"},
		{Drawn{ID: "x", Kind: "frozen_assets", Numbers: n{"until_months": 3}}, "instrument x (frozen_assets): until_months: the release ends years after it begins: leave it out and set years"},
		{Drawn{ID: "x", Kind: "monitoring", Numbers: n{"detection": .5, "troops": 3}}, "instrument x (monitoring): troops is not a field of this kind: see `steadfast explain monitoring`"},
		{Drawn{ID: "x", Kind: "tripwire", Numbers: n{"troops": 3}}, "instrument x (tripwire): contributors is missing: give a list of the guarantors that send the troops"},
		{Drawn{ID: "x", Kind: "buffer_zone"}, "instrument x (buffer_zone): width_km is missing: give a number from 0 to 1000"},
		{Drawn{ID: "x", Kind: "monitoring", Numbers: n{"detection": .5, "from_days": 3, "from_years": 1}}, "instrument x (monitoring): from is given in two units: keep one of from_years, from_months, from_days"},
		{Drawn{ID: "x", Kind: "treaty", Numbers: n{"share": 1}, Texts: map[string]string{"legal_form": "oath"}}, `instrument x (treaty): legal_form is "oath": it is one of declaration, memorandum, eu_law, agreement, treaty, integrated_command`},
		{Drawn{ID: "x", Kind: "sanctions", Numbers: n{"severity": .1, "vote.members": 27, "vote.consent": .9}, Texts: map[string]string{"vote.rule": "qualified"}},
			"instrument x (sanctions): vote: a qualified majority needs a threshold: give the share of members that is enough, from 0 to 1"},
	} {
		in, ok, err := Channels(tc.d)
		if ok || err == nil || err.Error() != tc.want {
			t.Errorf("Channels(%+v) = %+v, %t, %v\nwant error %s", tc.d, in, ok, err, tc.want)
		}
	}
}

func TestCosts(t *testing.T) {
	in, _, err := Channels(Drawn{Kind: "assurance", Numbers: map[string]float64{"cost_per_year": 2, "cost_if_called": 30}})
	if err != nil || in.CostPerYear != 2 || in.CostIfCalled != 30 {
		t.Errorf("costs %g and %g, err %v, want 2 and 30", in.CostPerYear, in.CostIfCalled, err)
	}
}

func TestTripwireLimits(t *testing.T) {
	d := Drawn{Kind: "tripwire", Numbers: map[string]float64{"troops": 300_000}, Lists: map[string][]string{"contributors": {"uk", "fr"}}}
	in, _, err := Channels(d)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(in.Entanglement["fr"]-2.5) > 1e-12 || math.Abs(in.LocalCapability-2) > 1e-12 {
		t.Errorf("300,000 troops entangle by %g and add %g, want 2.5 and 2", in.Entanglement["fr"], in.LocalCapability)
	}
}

func BenchmarkChannels(b *testing.B) {
	drawn := oneOfEvery()
	for b.Loop() {
		for _, d := range drawn {
			if _, _, err := Channels(d); err != nil {
				b.Fatal(err)
			}
		}
	}
}
