package flow_test

import "testing"

func TestAnOfficeWordsTheGreeting(t *testing.T) {
	o := newOffice(t)
	data := []byte(`{"note":"","certainty":"U","greeting":"Kính chào. {trợ lý} xin nghe.","thanks":"Rất cảm ơn.","bye":"Chào nhé.","receipt":""}`)
	if err := o.Rules.Save(o.ctx, chief, "sentences", o.clock.now(), data); err != nil {
		t.Fatal(err)
	}
	o.sim.Say("hoa", "xin chào")
	o.hears("hoa", "Kính chào. trợ lý ảo (AI) cung cấp thông tin chính thức của UBND tỉnh Thanh Hóa xin nghe.")
	o.sim.Say("hoa", "cảm ơn")
	o.hears("hoa", "Rất cảm ơn.")
}
