package web

import (
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot/report"
	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/same/link"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/internal/web/doors"
	"phatngon/internal/web/problem"
	"phatngon/internal/web/shape"
)

// reportForm is false content that a person saw: a link, a text or pictures that they have
// uploaded, by SHA-256. Who is named hears the conclusion.
type reportForm struct {
	Link      string    `json:"link" validate:"max=2000"`
	Text      string    `json:"text" validate:"max=10000"` // as much as a check takes: what was checked is reported whole
	Pictures  []string  `json:"pictures" validate:"dive,len=64,hexadecimal"`
	Category  string    `json:"category" validate:"max=40"`
	SeenAt    time.Time `json:"seen_at"`
	Place     string    `json:"place" validate:"max=500"`
	Spread    string    `json:"spread" validate:"max=1000"`
	Harm      string    `json:"harm" validate:"max=1000"`
	Right     string    `json:"right" validate:"max=2000"`
	Anonymous bool      `json:"anonymous"`
}

// Trim takes the spaces off around what was typed.
func (f *reportForm) Trim() {
	for _, s := range []*string{&f.Link, &f.Text, &f.Place, &f.Spread, &f.Harm, &f.Right} {
		*s = strings.TrimSpace(strings.ReplaceAll(*s, "\r\n", "\n"))
	}
}

// words are what was typed of the matter itself, as the chat has them: the link among them.
func (f *reportForm) words() string { return words.Lines(f.Link, f.Text) }

func (f *reportForm) report() effect.Report {
	return effect.Report{Text: f.words(), Category: f.Category, Anonymous: f.Anonymous, Consent: !f.Anonymous}
}

// readReport reads a report and checks what the desk cannot see: how it was put together.
func readReport(c *fiber.Ctx) (reportForm, error) {
	in, err := shape.Read[reportForm](c.BodyRaw())
	switch {
	case err != nil:
		return in, err
	case len(in.Pictures) > report.MostPictures:
		return in, problem.Fields{"pictures": "Mỗi báo tin có tối đa 5 ảnh. Anh/Chị bỏ bớt, hoặc gửi thêm sau khi báo."}
	case in.Link != "" && len(link.Find(in.Link)) == 0:
		return in, problem.Fields{"link": "Chưa đọc được đường dẫn này. Anh/Chị chép lại đường dẫn từ trình duyệt, hoặc mô tả ở ô nội dung."}
	}
	return in, nil
}

// filing is a report as the flow takes it; the same Idempotency-Key of the same person
// files once.
func (s *site) filing(c *fiber.Ctx, in reportForm) (flowcases.Filing, error) {
	source, err := filingSource(c)
	return flowcases.Filing{Report: in.report(), Source: source, Channel: flowcases.ChannelMiniApp, At: s.now(), SeenAt: in.SeenAt,
		Place: in.Place, Spread: in.Spread, Harm: in.Harm, Right: in.Right, Uploads: in.Pictures}, err
}

// postReport files a report, and tells at once what is known of its matter.
func (s *site) postReport(c *fiber.Ctx) error {
	in, err := readReport(c)
	if err != nil {
		return err
	}
	filing, err := s.filing(c, in)
	if err != nil {
		return err
	}
	r, err := s.Flow.Cases.File(c.UserContext(), requester(c), filing)
	if err != nil {
		return err
	}
	if r.Category != cases.Category(in.Category) || r.Anonymous != in.Anonymous {
		return usedKey(r)
	}
	return s.sendReceipt(c, in, r)
}

// postMore adds to a report of the person's own.
func (s *site) postMore(c *fiber.Ctx) error {
	in, err := readReport(c)
	if err != nil {
		return err
	}
	filing, err := s.filing(c, in)
	if err != nil {
		return err
	}
	r, err := s.Flow.Cases.Add(c.UserContext(), requester(c), c.Params("code"), filing)
	if err != nil {
		return err
	}
	return s.sendReceipt(c, in, r)
}

func (s *site) sendReceipt(c *fiber.Ctx, in reportForm, r cases.Report) error {
	if r.Text != in.words() || len(r.Pictures) != len(in.Pictures) {
		return usedKey(r)
	}
	k, err := s.Flow.Cases.CaseOf(c.UserContext(), r)
	if err != nil {
		return err
	}
	v := receiptView{reportItem: s.report(k, r, r.CreatedAt), Receipt: report.InApp(k, r, s.Flow.Cases.UnitOf(k), s.PublicURL), ProofURL: s.Flow.Cases.Proof(r)}
	return c.Status(fiber.StatusCreated).JSON(v)
}

func usedKey(r cases.Report) error {
	return problem.Fields{"text": "Khóa chống gửi trùng đã dùng cho báo tin " + r.Case + ". Anh/Chị vui lòng gửi lại từ biểu mẫu mới."}
}

// postPicture keeps a picture for the report that names it later.
func (s *site) postPicture(c *fiber.Ctx) error {
	e, err := s.Flow.Cases.Upload(c.UserContext(), requester(c), c.BodyRaw())
	if err != nil {
		return err
	}
	return c.Status(fiber.StatusCreated).JSON(pictureView{SHA256: e.SHA256, Size: e.Size, ReceivedAt: e.ReceivedAt.In(calendar.Zone)})
}

// postReportCheck says what a person reads before they send: what protects them first,
// what will be sent, and where a matter that is known stands.
func (s *site) postReportCheck(c *fiber.Ctx) error {
	in, err := readReport(c)
	if err != nil {
		return err
	}
	r := in.report()
	r.Pictures = in.Pictures
	v := checkView{Check: report.Checked(r)}
	known, err := s.Flow.Cases.Known(c.UserContext(), r.Text)
	if err == nil && known != nil {
		v.Known = report.Status(*known, s.now(), s.Flow.Cases.UnitOf(*known), s.PublicURL)
	}
	if err != nil {
		return err
	}
	return c.JSON(v.view())
}

// getReportForm is what the form says and offers; the words are the chat's.
func (s *site) getReportForm(c *fiber.Ctx) error {
	f := report.Form()
	v := formView{How: f.How, Danger: f.Danger, Victim: f.Victim, Scam: f.Scam, Honest: f.Honest, Who: f.Who,
		MostPictures: report.MostPictures, MostBytes: doors.UploadLimit, Categories: []categoryView{}}
	for _, k := range cases.Categories() {
		v.Categories = append(v.Categories, categoryView{string(k.Category), k.Text})
	}
	return c.JSON(v)
}
