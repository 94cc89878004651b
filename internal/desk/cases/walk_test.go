package cases

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

func try(action string, w at, by people.Officer) (Case, error) {
	c, why := w.c, "Lý do."
	steps := map[string]func() (Case, error){
		ActClassify:   func() (Case, error) { return Classify(c, open, yt, by, noon) },
		ActReclassify: func() (Case, error) { return Reclassify(c, open, why, by, noon) },
		ActTransfer: func() (Case, error) {
			return Transfer(c, Competence{Unit: "TH-XD", Ground: OfArea, Why: why}, by, noon)
		},
		ActVerify: func() (Case, error) { return Verify(c, by, noon) },
		ActAsk:    func() (Case, error) { return Ask(c, "TH-CT", "Đúng không?", by, noon) },
		ActReply:  func() (Case, error) { return Reply(c, "Không.", by, noon) },
		ActDraft: func() (Case, error) {
			return SaveDraft(c, Finding{NotFalse, "Sập cầu", "Có dịch.", nil}, by, noon)
		},
		ActReturn:   func() (Case, error) { return ReturnDraft(c, why, by, noon) },
		ActConclude: func() (Case, error) { return Conclude(c, 1, rules, by, noon) },
		ActLabel:    func() (Case, error) { return Label(c, rules, by, noon) },
		ActPublish:  func() (Case, error) { return Publish(c, by, noon) },
		ActForward:  func() (Case, error) { return SendOn(c, "Công an tỉnh", why, by, noon) },
		ActTakeDown: func() (Case, error) { return AskTakeDown(c, "Nền tảng", why, true, rules, by, noon) },
		ActFinish:   func() (Case, error) { return Finish(c, why, by, noon) },
		ActConfirm:  func() (Case, error) { return Confirm(c, by, noon) },
		ActUnlabel:  func() (Case, error) { return Unlabel(c, why, by, noon) },
		ActReject:   func() (Case, error) { return Reject(c, Grounds()[1].Ground, why, by, noon) },
		ActRefer:    func() (Case, error) { return Refer(c, "Bộ Công an", why, by, noon) },
		ActReopen:   func() (Case, error) { return Reopen(c, why, by, noon) },
		ActAdmit:    func() (Case, error) { return Admit(c, []string{"officer"}, why, by, noon) },
		ActLook:     func() (Case, error) { return c, Look(c, by) },
		ActPack:     func() (Case, error) { return Packed(c, Packing{SHA256: "b", For: "Bộ Công an", Why: why}, by, noon) },
		ActHand:     func() (Case, error) { return HandOver(c, "a", Handing{To: "Công an tỉnh"}, by, noon) },
		ActIdentify: func() (Case, error) { return Identify(c, "r1", why, by, noon) },
		ActAlias: func() (Case, error) {
			return LeadTo(c, Alias{Link: "facebook:share:q", Given: "https://youtu.be/a", Key: "youtube:a"}, why, by, noon)
		},
		ActUnalias: func() (Case, error) { return Unlead(c, "facebook:share:p", why, by, noon) },
		ActJoin:    func() (Case, error) { return Join(c, "r5", why, by, noon) },
		ActUnjoin:  func() (Case, error) { return first(Unjoin(c, "TG-2026-00012", "r2", why, by, noon)) },
		ActSplit:   func() (Case, error) { return first(Split(c, "TG-2026-00010", []string{"r2"}, why, by, noon)) },
		ActUnsplit: func() (Case, error) { return first(Unsplit(c, w.split, why, by, noon)) },
		ActMerge:   func() (Case, error) { return first(Merge(c, w.other, why, by, noon)) },
		ActAbsorb:  func() (Case, error) { return second(Merge(w.other, c, why, by, noon)) },
		ActUnmerge: func() (Case, error) { return first(Unmerge(c, w.other, why, by, noon)) },
		ActRelease: func() (Case, error) { return second(Unmerge(w.merged, c, why, by, noon)) },
	}
	return steps[action]()
}

// expected is the life, written out: who may take an action, and from where to where. "="
// stays; * is every state in which a case has reports. What the walk's case is (2c, false)
// leaves out: publishing, forwarding or finishing it before its label, naming readers.
var expected = []struct{ action, who, cells string }{
	{ActClassify, "desk", "received>classified classified="},
	{ActVerify, "handlers", "classified>verifying"},
	{ActAsk, "staff", "verifying="},
	{ActReply, "asked", "verifying= drafted="},
	{ActDraft, "staff", "verifying>drafted drafted="},
	{ActConclude, "signer", "drafted>concluded"}, // not the author, who is a spokesperson too
	{ActReturn, "signers", "drafted>verifying"},
	{ActLabel, "signers", "concluded>labelled"},
	{ActPublish, "signers", "labelled>published"},
	{ActForward, "staff", "published>forwarded forwarded="},
	{ActTakeDown, "signers", "published>forwarded forwarded="},
	{ActFinish, "staff", "published>done forwarded>done"},
	{ActConfirm, "signers", "published= forwarded= done="},
	{ActUnlabel, "signers", "labelled>unlabelled published>unlabelled forwarded>unlabelled done>unlabelled"},
	{ActReclassify, "handlers", "verifying= drafted="},
	{ActTransfer, "desk", "classified= verifying="},
	{ActReject, "desk", "received>rejected classified>rejected verifying>rejected"},
	{ActRefer, "desk", "received>other_body classified>other_body verifying>other_body"},
	{ActReopen, "desk", "rejected>received other_body>received"},
	{ActAdmit, "desk", ""},
	{ActLook, "seers", "* duplicate="},
	{ActPack, "handlers", "*"},
	{ActHand, "handlers", "*"},
	{ActIdentify, "handlers", "*"},
	{ActAlias, "handlers", "*"},
	{ActUnalias, "handlers", "*"},
	{ActJoin, "joiners", "*"},
	{ActUnjoin, "handlers", "*"},
	{ActSplit, "handlers", "*"},
	{ActUnsplit, "handlers", "*"},
	{ActMerge, "handlers", "received>duplicate classified>duplicate verifying>duplicate"},
	{ActAbsorb, "handlers", "*"},
	{ActUnmerge, "handlers", "duplicate>verifying"},
	{ActRelease, "handlers", "*"},
}

const everywhere = "received= classified= verifying= drafted= concluded= labelled= published= forwarded= done= unlabelled= rejected= other_body="

// who are the roles of a group; at the beginning a case is the press desk's, no unit's,
// and only once another unit is asked does it see the case.
func who(group string, state State) []string {
	desk, unit, reading := []string{"desk", "desk-signer"}, []string{"officer", "author", "signer"}, []string{"admin", "unit-admin"}
	if state == Received {
		unit = nil
	}
	if !slices.Contains([]State{Received, Classified, Rejected, OtherBody}, state) {
		reading = append(reading, "asked")
	}
	return map[string][]string{
		"desk": desk, "staff": unit, "handlers": slices.Concat(desk, unit), "joiners": slices.Concat(desk, unit, []string{""}),
		"asked": {"asked"}, "signer": {"signer"}, "signers": {"author", "signer"}, "seers": slices.Concat(desk, unit, reading),
	}[group]
}

// leads is where the cells say that a state is left for; "" is nowhere.
func leads(cells string, from State) State {
	for _, cell := range strings.Fields(strings.ReplaceAll(cells, "*", everywhere)) {
		if cell == string(from)+"=" {
			return from
		}
		if next, here := strings.CutPrefix(cell, string(from)+">"); here {
			return State(next)
		}
	}
	return ""
}

func TestEveryStepInEveryStateByEveryRole(t *testing.T) {
	for _, state := range States() {
		w := in(state)
		if w.c.State != state {
			t.Fatalf("the way to %s leads to %s", state, w.c.State)
		}
		for _, row := range expected {
			for _, by := range roles() {
				want := leads(row.cells, state)
				if !slices.Contains(who(row.who, state), by.ID) {
					want = ""
				}
				got, err := try(row.action, w, by)
				if got.State != want && err == nil || err != nil && want != "" {
					t.Errorf("%s, %s by %q: %q, %v; want %q", state, row.action, by.ID, got.State, err, want)
				}
				if err != nil && !errors.Is(err, desk.ErrForbidden) {
					t.Errorf("%s, %s by %q is refused with %v", state, row.action, by.ID, err)
				}
				if offered := slices.Contains(Actions(by, w.c), row.action); offered != (want != "") {
					t.Errorf("%s, %s by %q: offered %t", state, row.action, by.ID, offered)
				}
			}
		}
	}
}

func TestTheWalkHasEveryActionAndEveryStepItsAuditLine(t *testing.T) {
	var walked []string
	for _, row := range expected {
		walked = append(walked, row.action)
	}
	for _, row := range Life().Rows {
		if !slices.Contains(walked, row.Action) && row.Who != System || row.Audit == "" {
			t.Errorf("%s: audit %q", row.Action, row.Audit)
		}
	}
	keys := map[string]bool{}
	c := in(Done).c
	for _, e := range c.Effects {
		if e.Kind != effect.DoAudit {
			continue // told to people outside, see TestWhoReportedHearsOfTheEndOnce
		}
		keys[e.Key] = true
		if e.Audit == nil || e.Audit.Subject != c.Code {
			t.Errorf("effect %+v", e)
		}
	}
	if len(keys) != len(c.Steps) {
		t.Errorf("%d keys of %d steps", len(keys), len(c.Steps))
	}
}
