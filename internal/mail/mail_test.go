package mail_test

import (
	"strings"
	"testing"

	"phatngon/internal/mail"
	"phatngon/internal/mail/mailtest"
)

func TestALetterArrivesAsItWasWritten(t *testing.T) {
	s := mailtest.New(t)
	m, err := mail.New(s.URL, "Phát Ngôn <phatngon@th.vn>")
	if err != nil {
		t.Fatal(err)
	}
	want := mailtest.Letter{To: "thao@th.vn", ID: "<abc@th.vn>", Subject: "TH-2026-00001: đã quá hạn", Text: "Yêu cầu TH-2026-00001: đã quá hạn.\nMở yêu cầu: https://th.vn/admin/requests/TH-2026-00001"}
	if err := m.Send(t.Context(), mail.Letter{ID: "abc@th.vn", To: want.To, Subject: want.Subject, Text: want.Text}); err != nil {
		t.Fatal(err)
	}
	got := s.Letters()
	if len(got) != 1 || strings.TrimSpace(got[0].Text) != want.Text || got[0].Subject != want.Subject || got[0].To != want.To || got[0].ID != want.ID {
		t.Errorf("arrived %+v, want %+v", got, want)
	}
}

func TestAServerThatRefusesIsAnError(t *testing.T) {
	s := mailtest.New(t)
	m, err := mail.New(s.URL, "phatngon@th.vn")
	if err != nil {
		t.Fatal(err)
	}
	s.Refuse(1)
	if err := m.Send(t.Context(), mail.Letter{ID: "a@b", To: "thao@th.vn", Subject: "a", Text: "b"}); err == nil || strings.Contains(err.Error(), "thao@th.vn") {
		t.Errorf("refused: %v; want an error that names nobody", err)
	}
}

func TestAnAddressThatIsNoneIsRefused(t *testing.T) {
	for _, address := range []string{"", "mail.th.vn", "http://mail.th.vn", "smtp://"} {
		if _, err := mail.New(address, "phatngon@th.vn"); err == nil {
			t.Errorf("%q is taken for a mail server", address)
		}
	}
	if _, err := mail.New("smtp://mail.th.vn:587", "Văn phòng"); err == nil {
		t.Error("a sender that is no address is taken")
	}
	if _, err := mail.New("smtps://u:p@mail.th.vn", "phatngon@th.vn"); err != nil {
		t.Error(err)
	}
}
