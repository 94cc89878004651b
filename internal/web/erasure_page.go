package web

import (
	"errors"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/rights"
)

type erasurePage struct {
	frame
	Typed  string
	Wrong  string // why what was typed is no proof
	Proof  string
	Done   bool
	Broken bool // the record is not as it was written
	At     time.Time
	Number int64
	Hash   string
}

// getErasurePage looks up the proof of an erasure in the audit chain. It says that and when
// somebody was erased, and nothing of whom: nothing else is in the record.
func (s *site) getErasurePage(c *fiber.Ctx) error {
	f := s.frame("Kiểm tra mã xóa dữ liệu", "Nhập mã được trả khi xóa dữ liệu để xem bản ghi trong nhật ký có kiểm chứng.", rights.ErasurePath)
	p := erasurePage{frame: f, Typed: c.Query("ma")}
	if p.Typed == "" {
		return s.render(c, fiber.StatusOK, "erasure", p)
	}
	p.Hidden = true
	proof, ok := rights.ReadErasureProof(p.Typed)
	if !ok {
		p.Wrong = "Đây không phải mã xóa dữ liệu. Mã có dạng erase: và 64 chữ số, chữ cái; Anh/Chị chép lại cả mã."
		return s.render(c, fiber.StatusUnprocessableEntity, "erasure", p)
	}
	p.Proof = proof
	r, err := s.Store.AuditRecord(c.UserContext(), proof)
	if errors.Is(err, desk.ErrNotFound) {
		return s.render(c, fiber.StatusNotFound, "erasure", p)
	}
	if err != nil {
		return err
	}
	p.Done, p.Broken, p.At, p.Number, p.Hash = true, !r.Intact() || r.Action != "requester.erase", r.At, r.Seq, r.Hash
	return s.render(c, fiber.StatusOK, "erasure", p)
}
