package flow_test

import (
	"errors"
	"testing"
	"time"

	"phatngon/bot/check"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// That a picture which is only checked is not kept is said on the screen: no write at all
// follows from it, but for the ledger when official words are read.
func TestAPictureThatIsOnlyCheckedWritesNothing(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		writes := &storetest.Fault{}
		r := newReplay(t, s)
		o := &office{t: t, ctx: t.Context(), Flow: r.program(writes), clock: &r.clock}
		who := people.Requester{ID: "app:hoa", CreatedAt: o.clock.now()}
		if err := o.Store.InsertRequester(o.ctx, &who); err != nil {
			t.Fatal(err)
		}
		code := must(o.fromApp(who, "k1", "", must(o.Cases.Upload(o.ctx, who, scene(640, 1)))(t).SHA256))(t)
		writes.Arm()
		for width, want := range map[int]string{320: code, 641: ""} {
			seed := map[bool]float64{true: 1, false: 2}[want != ""]
			f := must(o.Inbound.CheckPicture(o.ctx, who, scene(width, seed)))(t)
			if f.Outcome != check.Unseen || (f.Case != nil) != (want != "") || f.Case != nil && f.Case.Code != want {
				t.Errorf("%d wide: %s, case %+v; want %q", width, f.Outcome, f.Case, want)
			}
		}
		var invalid *desk.InvalidError
		if _, err := o.Inbound.CheckPicture(o.ctx, who, []byte("<svg/>")); !errors.As(err, &invalid) || invalid.Field != "picture" {
			t.Errorf("what is no picture: %v", err)
		}
		if n := writes.Writes(); n != 0 {
			t.Errorf("%d writes", n)
		}
		o.clock.move(time.Minute)
		o.concludes(code)
		f := must(o.Inbound.CheckPicture(o.ctx, who, scene(320, 1)))(t)
		told, _, err := o.Store.LedgerOfStatement(o.ctx, f.Conclusion.Quotes[0].Statement, "", 10)
		if err != nil || f.Outcome != check.Concluded || len(told) != 1 {
			t.Errorf("%s, in the ledger %d times, %v", f.Outcome, len(told), err)
		}
	})
}

// Who wishes it in the app hears the conclusion in the chat, once, also when the case had
// ended between the check and the wish.
func TestAWishOfTheAppIsHeardInTheChatOnce(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		chats := func(persona string) people.Requester {
			o.sim.Say(persona, "xin chào")
			o.quiet()
			return must(o.Store.Requester(o.ctx, "oa:"+o.persona(persona).UserID))(t)
		}
		hoa, mai := chats("hoa"), chats("mai")
		code := must(o.fromApp(people.Requester{ID: "app:x"}, "k1", hoax))(t)
		for range 2 {
			if noted, err := o.Cases.FollowInApp(o.ctx, hoa, effect.Wish{Text: hoax, Case: code}); err != nil || !noted {
				t.Errorf("%v, %v", noted, err)
			}
		}
		o.toThePublic(code)
		if noted, err := o.Cases.FollowInApp(o.ctx, mai, effect.Wish{Case: code}); err != nil || !noted {
			t.Errorf("%v, %v", noted, err)
		}
		o.quiet()
		o.heardOnce(truth, "hoa", "mai")
	})
}
