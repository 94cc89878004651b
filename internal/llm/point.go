package llm

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Passage is what a model may point at: sentences of a statement, by number from 1.
type Passage struct {
	Title     string   `json:"tieu_de"`
	Sentences []string `json:"cau"`
}

// Pick is a passage that answers, and its sentences that do.
type Pick struct {
	Passage   int   `json:"passage"`
	Sentences []int `json:"sentences"`
}

// Bounds of what is pointed at.
const (
	mostPicks     = 3
	mostSentences = 4
)

const pointTask = "Cho một câu hỏi và các đoạn văn bản có đánh số từ 1, mỗi đoạn gồm các câu đánh số từ 1. Chỉ ra những câu trả lời trực tiếp đúng điều được hỏi. " +
	"Nếu không đoạn nào nói đúng điều được hỏi (khác địa điểm, khác thời gian, khác người, thiếu con số được hỏi) thì none là true và picks rỗng."

const pointSchema = `{"type":"object","additionalProperties":false,"required":["none","picks"],"properties":{"none":{"type":"boolean"},
"picks":{"type":"array","maxItems":3,"items":{"type":"object","additionalProperties":false,"required":["passage","sentences"],
"properties":{"passage":{"type":"integer"},"sentences":{"type":"array","maxItems":4,"items":{"type":"integer"}}}}}}}`

// Point asks which sentences of passages answer a question; no picks: none does. What comes
// back names only what was given.
func (c *Client) Point(ctx context.Context, question string, passages []Passage) ([]Pick, Usage, error) {
	var reply struct {
		None  *bool  `json:"none"`
		Picks []Pick `json:"picks"`
	}
	asked := struct {
		Question string    `json:"cau_hoi"`
		Passages []Passage `json:"cac_doan"`
	}{Hide(question), passages}
	used, err := c.complete(ctx, pointTask, "point", pointSchema, asked, &reply)
	if err != nil {
		return nil, used, fmt.Errorf("point: %w", err)
	}
	if reply.None == nil || *reply.None != (len(reply.Picks) == 0) || len(reply.Picks) > mostPicks {
		return nil, used, fmt.Errorf("point: %w: none and picks do not agree", ErrAnswer)
	}
	for _, p := range reply.Picks {
		if !p.within(passages) {
			return nil, used, fmt.Errorf("point: %w: a number that was not given", ErrAnswer)
		}
	}
	return reply.Picks, used, nil
}

func (p Pick) within(passages []Passage) bool {
	if p.Passage < 1 || p.Passage > len(passages) || len(p.Sentences) == 0 || len(p.Sentences) > mostSentences {
		return false
	}
	for _, s := range p.Sentences {
		if s < 1 || s > len(passages[p.Passage-1].Sentences) {
			return false
		}
	}
	return true
}

const wordTask = "Cho các câu một người đã hỏi trước và câu họ hỏi tiếp. Viết lại câu hỏi tiếp thành một câu hỏi đứng riêng vẫn đủ nghĩa, chỉ dùng những điều đã có trong các câu đó."

const wordSchema = `{"type":"object","additionalProperties":false,"required":["question"],"properties":{"question":{"type":"string","maxLength":300}}}`

// Word asks for a follow-up in words that stand alone. They are to search with, never to show.
func (c *Client) Word(ctx context.Context, before []string, message string) (string, Usage, error) {
	var reply struct {
		Question string `json:"question"`
	}
	asked := struct {
		Before  []string `json:"da_hoi"`
		Message string   `json:"hoi_tiep"`
	}{nil, Hide(message)}
	for _, text := range before {
		asked.Before = append(asked.Before, Hide(text))
	}
	used, err := c.complete(ctx, wordTask, "word", wordSchema, asked, &reply)
	if err == nil {
		reply.Question, err = oneLine(reply.Question)
	}
	if err != nil {
		return "", used, fmt.Errorf("word: %w", err)
	}
	return reply.Question, used, nil
}

const vietnameseTask = "Cho một câu hỏi bằng tiếng Anh. Viết lại thành một câu hỏi tiếng Việt có dấu để tìm kiếm, chỉ dùng những điều đã có trong câu đó, giữ nguyên tên riêng, số và ngày."

// Vietnamese asks for an English question in Vietnamese. It is to search with, never to show.
func (c *Client) Vietnamese(ctx context.Context, question string) (string, Usage, error) {
	var reply struct {
		Question string `json:"question"`
	}
	asked := struct {
		Question string `json:"cau_hoi"`
	}{Hide(question)}
	used, err := c.complete(ctx, vietnameseTask, "vietnamese", wordSchema, asked, &reply)
	if err == nil {
		reply.Question, err = oneLine(reply.Question)
	}
	if err == nil && !strings.ContainsFunc(reply.Question, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }) {
		err = fmt.Errorf("%w: not Vietnamese", ErrAnswer)
	}
	if err != nil {
		return "", used, fmt.Errorf("put into Vietnamese: %w", err)
	}
	return reply.Question, used, nil
}

// mostProposed is how many questions are taken.
const mostProposed = 10

const proposeTask = "Cho một văn bản chính thức. Viết 6 đến 10 câu hỏi ngắn mà người dân bình thường hay hỏi và văn bản có trả lời: ai, khi nào, ở đâu, bao nhiêu, phải làm gì, đến bao giờ, số điện thoại. " +
	"Dùng lời hằng ngày, nêu rõ đang hỏi về việc gì."

const proposeSchema = `{"type":"object","additionalProperties":false,"required":["questions"],"properties":{"questions":{"type":"array","maxItems":10,"items":{"type":"string","maxLength":200}}}}`

// Propose asks for questions that people would ask of a text. They are for an officer to read.
func (c *Client) Propose(ctx context.Context, title, body string) ([]string, Usage, error) {
	var reply struct {
		Questions []string `json:"questions"`
	}
	asked := struct {
		Title string `json:"tieu_de"`
		Body  string `json:"noi_dung"`
	}{title, body}
	used, err := c.complete(ctx, proposeTask, "propose", proposeSchema, asked, &reply)
	if err == nil && len(reply.Questions) > mostProposed {
		err = fmt.Errorf("%w: %d questions", ErrAnswer, len(reply.Questions))
	}
	var all []string
	for _, q := range reply.Questions {
		if q, bad := oneLine(q); bad == nil {
			all = append(all, q)
		}
	}
	if err != nil {
		return nil, used, fmt.Errorf("propose: %w", err)
	}
	return all, used, nil
}

// oneLine is a text in one line, if it is one that a person could have typed.
func oneLine(text string) (string, error) {
	text = strings.Join(strings.Fields(text), " ")
	if n := utf8.RuneCountInString(text); n == 0 || n > longestQuery || strings.ContainsAny(text, "<>{}[]|") {
		return "", fmt.Errorf("%w: no question", ErrAnswer)
	}
	return text, nil
}
