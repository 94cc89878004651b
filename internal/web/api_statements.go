package web

import (
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/publication"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
	"phatngon/internal/web/problem"
	"phatngon/knowledge/statement"
)

// pageOf is one page of a list; Next is the cursor of the following page, ""
// after the last.
type pageOf[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next"`
}

type configView struct {
	OAName      string         `json:"oa_name"`
	OAID        string         `json:"oa_id"`
	MiniAppID   string         `json:"miniapp_id"`
	Demo        bool           `json:"demo"`
	Suggestions []string       `json:"suggestions"`
	Crisis      *statementItem `json:"crisis"`                        // what stands above all else now
	Contact     *contactView   `json:"contact"`                       // whose this is; null while nobody said so
	ReplyDelay  int            `json:"reply_delay_seconds,omitempty"` // of the chat; a message to everyone who waits would delay them all
}

// replyDelay is how many seconds a reply in the chat takes now, 0 when that is
// not worth a word.
func (s *site) replyDelay() int {
	if s.Flow.Pace == nil {
		return 0
	}
	delay := s.Flow.Pace.Status().Delay
	if delay <= budget.LongWait {
		return 0
	}
	return int(delay.Seconds())
}

// crisis is the newest public statement in force on a topic that the office's rules put above
// all else; nil when there is none.
func (s *site) crisis() *statementItem {
	st, ok := s.Flow.Base.OnTopic(s.Flow.Rules.At(s.now()).CrisisTopics(), statement.AudiencePublic, s.now())
	if !ok {
		return nil
	}
	item := s.item(st)
	return &item
}

type contactView struct {
	Office      string `json:"office"`
	Address     string `json:"address"`
	Phone       string `json:"phone"`
	Email       string `json:"email"`
	Responsible string `json:"responsible"`
	Position    string `json:"position"`
}

func (s *site) contact() *contactView {
	c := s.Flow.Rules.At(s.now()).Contact()
	if !c.Named() {
		return nil
	}
	return &contactView{c.Office, c.Address, c.Phone, c.Email, c.Responsible, c.Position}
}

const suggestions = 8

func (s *site) getConfig(c *fiber.Ctx) error {
	return c.JSON(configView{OAName: s.OAName, OAID: s.OAID, MiniAppID: s.MiniAppID, Demo: s.Demo, ReplyDelay: s.replyDelay(), Crisis: s.crisis(), Contact: s.contact(),
		Suggestions: listed(s.Flow.Base.Suggestions(statement.AudiencePublic, s.now(), suggestions))})
}

// maxQuery is as much of a search text as is looked at, in bytes.
const maxQuery = 1000

// getStatements lists what is in force, newest first, or the best finds for q.
func (s *site) getStatements(c *fiber.Ctx) error {
	q, unit := strings.TrimSpace(c.Query("q")), c.Query("unit")
	if len(q) > maxQuery {
		return problem.Fields{"q": "Nội dung tìm kiếm quá dài. Anh/Chị vui lòng rút gọn."}
	}
	if q != "" {
		return c.JSON(pageOf[statementItem]{Items: s.search(c, q, unit)})
	}
	found, next, err := s.list(c.UserContext(), store.StatementFilter{Unit: unit, After: c.Query("after"),
		Limit: c.QueryInt("limit")}, publication.AudienceOf(requester(c), s.now()))
	if err != nil {
		return err
	}
	items := make([]statementItem, 0, len(found))
	for _, st := range found {
		items = append(items, s.item(st))
	}
	return c.JSON(pageOf[statementItem]{Items: items, Next: next})
}

// search gives the finds with their own excerpt; a unit narrows them.
func (s *site) search(c *fiber.Ctx, q, unit string) []statementItem {
	a, now := publication.AudienceOf(requester(c), s.now()), s.now()
	items := []statementItem{}
	for _, hit := range s.Flow.Index.Search(c.UserContext(), a, q, unit, pageSize(c.QueryInt("limit"))) {
		st, ok := s.Flow.Base.Statement(hit.Statement, a, now)
		if !ok {
			continue
		}
		item := s.item(st)
		if hit.Excerpt != "" {
			item.Excerpt = excerpt(hit.Excerpt)
		}
		items = append(items, item)
	}
	return items
}

func (s *site) getStatement(c *fiber.Ctx) error {
	a := publication.AudienceOf(requester(c), s.now())
	st, err := s.statement(c.UserContext(), c.Params("code"), a)
	if err != nil {
		return err
	}
	d, err := s.detail(c.UserContext(), st, a)
	if err != nil {
		return err
	}
	return c.JSON(d)
}
