package main

import (
	"fmt"
	"strconv"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/standard"
	"github.com/blevesearch/bleve/v2/analysis/char/asciifolding"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"

	"phatngon/knowledge/golden"
)

// bleveEngine is bleve with its default index type, held in memory, one field,
// nothing stored but what ranking needs.
type bleveEngine struct {
	scoring string // index.BM25Scoring or index.TFIDFScoring
	folded  bool   // diacritics folded away; the standard analyser otherwise
	index   bleve.Index
}

const bleveField = "text"

func (e *bleveEngine) mapping() (mapping.IndexMapping, error) {
	m := bleve.NewIndexMapping()
	m.ScoringModel = e.scoring
	field := bleve.NewTextFieldMapping()
	field.Store, field.IncludeTermVectors, field.IncludeInAll, field.DocValues = false, false, false, false
	field.Analyzer = standard.Name
	if e.folded {
		field.Analyzer = "folded"
		if err := m.AddCustomAnalyzer("folded", map[string]any{
			"type": custom.Name, "char_filters": []string{asciifolding.Name},
			"tokenizer": unicode.Name, "token_filters": []string{lowercase.Name},
		}); err != nil {
			return nil, fmt.Errorf("add the folding analyser: %w", err)
		}
	}
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	m.DefaultMapping.AddFieldMappingsAt(bleveField, field)
	return m, nil
}

func (e *bleveEngine) build(texts []golden.LabelledText, deadline time.Time) error {
	m, err := e.mapping()
	if err != nil {
		return err
	}
	if e.index, err = bleve.NewUsing("", m, scorch.Name, scorch.Name, nil); err != nil {
		return fmt.Errorf("open bleve: %w", err)
	}
	return inBatches(texts, deadline, func(from int, texts []golden.LabelledText) error {
		batch := e.index.NewBatch()
		for i, t := range texts {
			if err := batch.Index(strconv.Itoa(from+i), map[string]string{bleveField: whole(t)}); err != nil {
				return fmt.Errorf("index text %d: %w", from+i, err)
			}
		}
		return e.index.Batch(batch)
	})
}

func (e *bleveEngine) search(question string) ([]int, error) {
	query := bleve.NewMatchQuery(question)
	query.SetField(bleveField)
	found, err := e.index.Search(bleve.NewSearchRequestOptions(query, results, 0, false))
	if err != nil {
		return nil, fmt.Errorf("search bleve: %w", err)
	}
	places := make([]int, len(found.Hits))
	for i, hit := range found.Hits {
		if places[i], err = strconv.Atoi(hit.ID); err != nil {
			return nil, fmt.Errorf("read a result of bleve: %w", err)
		}
	}
	return places, nil
}

func (e *bleveEngine) outside() (int, error) { return 0, nil }

func (e *bleveEngine) close() error {
	if e.index == nil {
		return nil
	}
	err := e.index.Close()
	e.index = nil
	return err
}
