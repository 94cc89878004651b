package words

import (
	"fmt"
	"strings"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
)

const textFile = "Tệp kèm: %s (%s)\n%s"

// WithFiles is an answer with the addresses of the files that go with it, below its words.
func WithFiles(m effect.Message, files []request.File, address func(id string) string) effect.Message {
	for _, f := range files {
		m.Text += "\n\n" + fmt.Sprintf(textFile, f.Name, Size(f.Size), address(f.ID))
	}
	return m
}

// Size says how large a file is.
func Size(bytes int) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d KB", (bytes+1023)/1024)
	}
	return strings.Replace(fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20)), ".", ",", 1)
}

const textFileNotKept = "Chưa nhận được một tệp Anh/Chị gửi cho yêu cầu %s: %s Phần lời đã được ghi. Anh/Chị có thể gửi lại tệp khác."

// FileNotKept is what a person hears whose file could not be kept.
func FileNotKept(r request.Request, why string) effect.Message {
	if r.InEnglish() {
		return effect.Message{Text: fmt.Sprintf(englishFileNotKept, r.Code)}
	}
	return effect.Message{Text: fmt.Sprintf(textFileNotKept, r.Code, why)}
}
