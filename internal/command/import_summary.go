package command

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"phatngon/knowledge/statement"
)

// outcome is what became of a file, in the order of the summary.
type outcome int

const (
	kept     outcome = iota
	noted            // kept, with what a person must look at
	unsure           // no fact is missing, but something could not be read for certain
	lacking          // facts are missing or wrong
	repeated         // it is there already
	refused          // it cannot be read
)

// outcomes says each in the summary, and what to do.
var outcomes = map[outcome]string{
	kept:     "đã lưu, không có chỗ nào phải xem lại",
	noted:    "đã lưu bản nháp, có chỗ cần xem lại: các dòng “cần xem lại” chỉ hiện ở trên, hãy chuyển cho người đối chiếu",
	unsure:   "chưa lưu vì có chỗ đọc chưa chắc, dù đủ thông tin: đối chiếu các dòng ở trên, rồi chạy lại với -yes để lưu bản nháp",
	lacking:  "chưa lưu vì thiếu hoặc sai thông tin: bổ sung trong tệp, hoặc chạy lại với -yes để lưu bản nháp rồi bổ sung trong bàn làm việc",
	repeated: "không nhập lại vì đã có",
	refused:  "không đọc được",
}

// result is one file's.
type result struct {
	outcome
	file       string
	statements int
	problems   []statement.Problem
}

func (r result) as(o outcome, problems ...statement.Problem) result {
	r.outcome, r.problems = o, append(r.problems, problems...)
	return r
}

func refusal(file, text string) result {
	return result{file: file}.as(refused, statement.Problem{File: file, Line: 1, Text: text})
}

// summary is a whole run.
type summary struct {
	dryRun  bool
	files   int
	results []result
	passed  []string // files of folders of a kind that nothing is read of
}

// maxNamed is how many files a group names.
const maxNamed = 20

// print groups the files by what became of them, numbers first.
func (s summary) print(w io.Writer) {
	fmt.Fprintf(w, "\nTổng kết: %d tệp, %s %d phát ngôn\n", s.files, s.verb(), s.statements())
	for o := kept; o <= refused; o++ {
		if group := s.of(o); len(group) > 0 {
			s.printGroup(w, o, group)
		}
	}
	if n := len(s.passed); n > 0 {
		fmt.Fprintf(w, "%5d  tệp khác trong thư mục không phải loại nhập được, bỏ qua: %s\n", n, named(s.passed))
	}
}

func (s summary) verb() string {
	if s.dryRun {
		return "chạy thử: sẽ lưu"
	}
	return "đã lưu"
}

func (s summary) printGroup(w io.Writer, o outcome, group []result) {
	text := outcomes[o]
	if s.dryRun {
		text = strings.Replace(text, "đã lưu", "sẽ lưu", 1)
	}
	fmt.Fprintf(w, "%5d  %s\n", len(group), text)
	if o <= noted {
		return
	}
	for _, r := range group[:min(len(group), maxNamed)] {
		fmt.Fprintf(w, "       - %s: %s\n", filepath.Base(r.file), r.why())
	}
	if more := len(group) - maxNamed; more > 0 {
		fmt.Fprintf(w, "       và %d tệp khác, xem ở trên\n", more)
		for _, r := range reasons(group) {
			fmt.Fprintf(w, "       %d tệp: %s\n", r.files, r.text)
		}
	}
}

// reason is what many files of a group are not imported for.
type reason struct {
	text  string
	files int
}

// maxReasons is how many a group names, and minFiles of how many files one must
// be to be named.
const (
	maxReasons = 6
	minFiles   = 5
)

// reasons counts what is said alike of the files of a group, the most frequent
// first: of hundreds of files a few things are to be done.
func reasons(group []result) (out []reason) {
	files := map[string]int{}
	for _, r := range group {
		said := map[string]bool{}
		for _, p := range r.problems {
			if !said[p.Text] {
				files[p.Text]++
			}
			said[p.Text] = true
		}
	}
	for text, n := range files {
		if n >= minFiles {
			out = append(out, reason{text, n})
		}
	}
	slices.SortFunc(out, func(a, b reason) int { return cmp.Or(cmp.Compare(b.files, a.files), cmp.Compare(a.text, b.text)) })
	return out[:min(len(out), maxReasons)]
}

// why is the first thing that keeps a file from being imported.
func (r result) why() string {
	if more := len(r.problems) - 1; more > 0 {
		return fmt.Sprintf("%s (và %d chỗ khác)", r.problems[0].Text, more)
	}
	return r.problems[0].Text
}

func (s summary) of(o outcome) []result {
	return slices.DeleteFunc(slices.Clone(s.results), func(r result) bool { return r.outcome != o })
}

// statements counts those that are stored, or would be.
func (s summary) statements() (n int) {
	for _, r := range s.results {
		if r.outcome <= noted {
			n += r.statements
		}
	}
	return n
}

func (s summary) notKept() int {
	return len(s.results) - len(s.of(kept)) - len(s.of(noted))
}

// named lists the first names of files.
func named(files []string) string {
	var names []string
	for _, f := range files[:min(len(files), maxNamed)] {
		names = append(names, filepath.Base(f))
	}
	if len(files) > maxNamed {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}
