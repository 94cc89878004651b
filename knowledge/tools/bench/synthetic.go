package main

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"

	"phatngon/knowledge/golden"
	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
)

const (
	syntheticTexts     = 7000
	syntheticQuestions = 400 // each in three spellings
)

// synthetic makes up n texts and questions with one known answer each: what a
// sample statement says, told of an invented commune, among sentences of other
// samples and with other numbers. No two texts share statement and commune; a
// question names both. The same samples give the same set.
func synthetic(samples fs.FS, n int) (golden.LabelledSet, error) {
	statements, err := readSamples(samples)
	if err != nil {
		return golden.LabelledSet{}, err
	}
	g := generator{random: newRandom("synthetic"), statements: statements}
	set := golden.LabelledSet{Queries: map[string][]golden.LabelledText{}, Relevant: map[string]map[string]bool{}}
	communes := communes()
	combinations := g.random.Perm(len(statements) * len(communes))
	for i, c := range combinations[:min(n, len(combinations))] {
		s, commune := statements[c%len(statements)], communes[c/len(statements)]
		id := fmt.Sprintf("made-%d", i)
		set.Corpus = append(set.Corpus, golden.LabelledText{ID: id, Title: s.title + " tại " + commune, Text: g.body(s, commune)})
		if i < syntheticQuestions {
			asked := strings.TrimRight(pick(g.random, s.questions), "? ") + " ở " + commune + "?"
			for file, spelt := range map[string]string{
				"queries.jsonl": asked, "queries.nodiac.jsonl": lang.Fold(asked), "queries.noisy.jsonl": noisy(g.random, asked),
			} {
				set.Queries[file] = append(set.Queries[file], golden.LabelledText{ID: id, Text: spelt})
			}
			set.Relevant[id] = map[string]bool{id: true}
		}
	}
	return set, nil
}

// A sample is what is used of a sample statement.
type sample struct {
	title                string
	questions, sentences []string
}

func readSamples(dir fs.FS) ([]sample, error) {
	files, err := fs.Glob(dir, "*.md")
	if err != nil {
		return nil, fmt.Errorf("list the samples: %w", err)
	}
	var all []sample
	for _, file := range files {
		data, err := fs.ReadFile(dir, file)
		if err != nil {
			return nil, fmt.Errorf("read a sample: %w", err)
		}
		s, problems := statement.ParseStatement(file, data, nil)
		if len(problems) > 0 {
			return nil, fmt.Errorf("read a sample: %s", problems[0])
		}
		if own := sentences(s.Body); len(s.Questions) > 0 && len(own) > 0 {
			all = append(all, sample{s.Title, s.Questions, own})
		}
	}
	return all, nil
}

type generator struct {
	random     *rand.Rand
	statements []sample
}

const (
	ownSentences   = 2
	otherSentences = 1
)

// body tells of s in commune.
func (g *generator) body(s sample, commune string) string {
	told := []string{"Tại " + commune + ", nội dung này được thực hiện như sau."}
	for _, i := range g.random.Perm(len(s.sentences))[:min(ownSentences, len(s.sentences))] {
		told = append(told, g.renumber(s.sentences[i]))
	}
	for range otherSentences {
		told = append(told, g.renumber(pick(g.random, pick(g.random, g.statements).sentences)))
	}
	return strings.Join(told, " ")
}

var number = regexp.MustCompile(`\b[1-9][0-9]{1,2}\b`)

// renumber gives half of the numbers of two or three digits another value.
func (g *generator) renumber(sentence string) string {
	return number.ReplaceAllStringFunc(sentence, func(old string) string {
		if g.random.IntN(2) == 0 {
			return old
		}
		least := map[int]int{2: 10, 3: 100}[len(old)]
		return strconv.Itoa(least + g.random.IntN(9*least))
	})
}

// communes are names of the kind found in the province, many of them alike
// once their diacritics are gone.
func communes() []string {
	first := strings.Fields("An Bình Cẩm Châu Công Đại Định Đông Đồng Giang Hà Hải Hậu Hoằng Hợp Hưng Kiên Lam Luận Minh " +
		"Mường Nam Nga Ngọc Nguyệt Như Phú Quan Quảng Quý Tam Tân Thạch Thanh Thiệu Thọ Thượng Tiên Trung Triệu Vạn Văn Vĩnh Xuân Yên")
	second := strings.Fields("An Ấn Bình Bính Châu Chinh Chính Định Đồng Giang Hà Hải Hạ Hòa Hóa Hùng Hưng Lâm Lập Lộc Long Lương " +
		"Lý Minh Ninh Phong Phú Quang Quân Sơn Tâm Tân Thành Thanh Thắng Thịnh Thọ Tiến Tiên Trạch Trung Vân Văn Xuân Yên")
	var all []string
	for i, a := range first {
		for j, b := range second {
			kind := "xã "
			if (i+j)%8 == 0 {
				kind = "phường "
			}
			if a != b {
				all = append(all, kind+a+" "+b)
			}
		}
	}
	return all
}
