package bot

import (
	"strings"
	"testing"
	"time"

	"phatngon/bot/hear"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

func TestTheVectorIsOfTheMessageOnly(t *testing.T) {
	at := time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone)
	fever := statement.Statement{Code: "PN-1", Version: 1, Status: statement.StatusPublished, Audience: statement.AudiencePublic,
		Title: "Tình hình sốt xuất huyết", Unit: "TH-YT", IssuedAt: at, Body: "Toàn tỉnh ghi nhận 312 ca mắc sốt xuất huyết, không có ca tử vong."}
	bus := fever
	bus.Code, bus.Title, bus.Body = "PN-2", "Lịch xe khám lưu động", "Xe khám lưu động tới bản Ón, xã Tam Chung vào ngày 05/12/2026."
	base := answer.NewBase(answer.Options{})
	base.Replace([]statement.Statement{fever, bus})
	vectors := map[answer.Hash][]float32{}
	for _, p := range base.PublicPassages(at) {
		if strings.Contains(p.Text, "sốt") { // the other one is known by its words alone
			vectors[p.Hash] = []float32{0, 1}
		}
	}
	base.SetVectors(2, vectors)
	const question = "xe khám lưu động có phun thuốc trừ sốt xuất huyết không"
	w := World{Base: base, Units: routing.DefaultRegistry(), Now: at, Vector: []float32{0, 1}}
	for text, want := range map[string]bool{
		question:               true,
		"  " + question + "\n": true,
		hear.Payload("anything", hear.DoAsk, question): false, // the vector is of the button
	} {
		d := Step(w, chat.Conversation{ID: "oa:1", Greeted: true}, hear.Event{ID: "e", At: at, Kind: hear.KindText, Text: text})
		options := d.Conversation.Options
		if len(options) < 2 || (options[0].Title == fever.Title) != want {
			t.Errorf("%q: offered %v; want the fever first %v", text, options, want)
		}
	}
}
