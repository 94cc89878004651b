package flow_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow"
	"phatngon/internal/flow/requests"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/statement"
)

// story is something that people do. The steps are taken one after another, each again
// while it is not done: who was refused looks again and repeats what is still to do.
type story struct {
	name  string
	hold  bool // nothing is sent before the last step
	every int  // only every so many writes fail, unless thorough; 0 is each
	storm bool // Zalo takes nothing more in the minute in which a process starts
	begin func(*run)
	steps []step
	check func(*run)
}

type step struct {
	do   func(*run) error
	done func(*run) bool // nil: done as soon as Zalo has brought it
}

// run is one telling of a story, with people and papers of its own.
type run struct {
	*process
	w          *world
	name       string // of the persona, and of what is said
	request    string // code
	filed      string // code of a case
	statements []string
	once       []string // texts the person hears once
	never      []string // texts the person never hears
	told       []effect.Told
	problems   []string
}

func (r *run) wrong(format string, args ...any) {
	r.problems = append(r.problems, fmt.Sprintf(format, args...))
}

// tell runs a story in which fault befalls the program; crashed: it came to that.
func (w *world) tell(s story, fault *storetest.Fault) (r *run, crashed bool) {
	w.t.Helper()
	w.runs++
	r = &run{w: w, name: fmt.Sprintf("NGUOI%04d", w.runs)}
	w.sim.AddPersona(zalotest.Persona{ID: r.name, Name: r.name, Role: zalotest.Citizen})
	w.storm = s.storm
	r.process = w.start(fault)
	s.begin(r)
	w.settle(r.process)
	if w.hold = s.hold; w.hold {
		fault.Kill()
		fault = &storetest.Fault{At: fault.At, Lost: fault.Lost}
		w.next(r, fault)
	}
	fault.Arm()
	for i, step := range s.steps {
		crashed = w.take(r, i, step) || crashed
	}
	if s.hold {
		w.hold = false
		r.send()
		crashed = w.survive(r) || crashed
	}
	r.check()
	s.check(r)
	w.alive.Store(nil)
	r.kill()
	return r, crashed
}

// next ends the process of a run and starts another one.
func (w *world) next(r *run, fault *storetest.Fault) {
	w.alive.Store(nil)
	r.kill()
	if !w.base.Exclusive() {
		w.clock.move(lease + time.Second) // the dead one's lanes are free then
	}
	r.process = w.start(fault)
}

// take takes a step until it is done.
func (w *world) take(r *run, i int, s step) (crashed bool) {
	w.t.Helper()
	for try := 0; try == 0 || s.done != nil && !s.done(r); try++ {
		err := s.do(r)
		died := w.survive(r)
		if crashed = crashed || died; try > 2 || err != nil && !died {
			w.t.Fatalf("step %d: %v", i, err)
		}
	}
	return crashed
}

// survive lets everything come to rest, in the next process if this one died.
func (w *world) survive(r *run) (died bool) {
	w.t.Helper()
	if w.settle(r.process) {
		return false
	}
	w.next(r, &storetest.Fault{}) // which nothing befalls
	w.settle(r.process)
	return true
}

// everyFault tells a story with every fault there is, in worlds that open makes, and
// reports what went wrong. sparse: only every so many writes.
func everyFault(t *testing.T, open func(*testing.T) *store.Store, s story, sparse int, plant func(*flow.Flow)) (runs int, problems []string) {
	t.Helper()
	var w *world
	for _, lost := range []bool{false, true} {
		for at, crashed := 1, true; crashed; at += sparse {
			if w == nil || w.runs >= perWorld {
				w = newWorld(t, open(t))
				w.plant = plant
			}
			var r *run
			r, crashed = w.tell(s, &storetest.Fault{At: at, Lost: lost})
			runs++
			for _, p := range r.problems {
				problems = append(problems, fmt.Sprintf("%s, write %d (done: %v): %s", s.name, at, lost, p))
			}
			if len(r.problems) > 0 {
				w = nil // what is wrong in it is known
			}
		}
	}
	return runs, problems
}

// perWorld bounds how much stands in one database, which each process reads at its start.
const perWorld = 40

// taps taps the newest button whose title begins so.
func taps(title string) step {
	return step{do: func(r *run) error {
		all := r.sim.Messages(r.name)
		for i := len(all) - 1; i >= 0; i-- {
			for _, b := range all[i].Buttons {
				if strings.HasPrefix(b.Title, title) {
					r.sim.TapButton(r.name, b)
					return nil
				}
			}
		}
		return fmt.Errorf("no button %q in %v", title, texts(all))
	}}
}

func says(text func(*run) string) step {
	return step{do: func(r *run) error { r.sim.Say(r.name, text(r)); return nil }}
}

func (r *run) user() string { return "oa:" + r.persona(r.name).UserID }

// asks files a request of the person.
func (r *run) asks(who people.Requester) {
	filing := requests.Filing{Filing: effect.Filing{Question: "Xe khám lưu động tới nhà " + r.name + " ngày nào?", Unit: "TH-YT"}, Source: "setup:" + r.name, Channel: "zalo", At: r.clock.now()}
	r.request = must(r.Requests.File(r.ctx, who, filing))(r.t).Code
}

// met is the person after a first word in the chat.
func (r *run) met() people.Requester {
	r.sim.OpenChat(r.name)
	r.w.settle(r.process)
	return must(r.w.base.Requester(r.ctx, r.user()))(r.t)
}

// at reads past the process, which may be dying of something else.
func (r *run) at(code string) requests.Ref {
	return requests.Ref{Code: code, Version: must(r.w.base.Request(r.ctx, code))(r.t).Version}
}

func (r *run) part() request.Part {
	return must(r.w.base.Request(r.ctx, r.request))(r.t).Parts[0]
}

func (r *run) statement(i int) statement.Statement {
	return must(r.w.base.Statement(r.ctx, r.statements[i]))(r.t)
}

// text is an answer of this run, in its n-th wording.
func (r *run) text(n int) string {
	return fmt.Sprintf("Xe khám lưu động tới nhà %s vào ngày %02d/12/2026, từ 7 giờ 30.", r.name, n)
}

// said publishes a statement that the person was told.
func (r *run) said() {
	r.told = append(r.told, effect.Told{Statement: "PN-" + r.name, Version: 1})
	r.statements = append(r.statements, "PN-"+r.name)
	who := r.met()
	s := statementOf("PN-"+r.name, "Lịch khám nhà "+r.name, r.text(1))
	if _, err := r.Statements.Import(r.ctx, []statement.Statement{s}); err != nil {
		r.t.Fatal(err)
	}
	if err := r.Statements.EnterLedger(r.ctx, who.ID, "setup:"+r.name, effect.Effect{At: r.clock.now(), Told: r.told}); err != nil {
		r.t.Fatal(err)
	}
}
