package web

import (
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/leak"
	"phatngon/internal/desk/request"
)

// uploadedView is a file that waits for the request that names it.
type uploadedView struct {
	SHA256     string    `json:"sha256"`
	Size       int       `json:"size"`
	Type       leak.Type `json:"type"`
	ReceivedAt time.Time `json:"received_at"`
}

// sentFileView is a file that the person sent with their request.
type sentFileView struct {
	Name    string    `json:"name"`
	Type    leak.Type `json:"type"` // "" until it has come from Zalo
	Size    int       `json:"size"`
	Problem string    `json:"problem"` // why there is none, "" when there is
}

// postRequestFile keeps a file for the request that names it later.
func (s *site) postRequestFile(c *fiber.Ctx) error {
	f, err := s.Flow.Attachments.Receive(c.UserContext(), requester(c), c.BodyRaw())
	if err != nil {
		return err
	}
	return c.Status(fiber.StatusCreated).JSON(uploadedView{SHA256: f.SHA256, Size: f.Size, Type: f.Type, ReceivedAt: f.At.In(calendar.Zone)})
}

func sentFilesOf(r request.Request) []sentFileView {
	files := []sentFileView{}
	for _, f := range request.SentFiles(r) {
		files = append(files, sentFileView{f.Name, f.Type, f.Size, f.Problem})
	}
	return files
}
