package main

import (
	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
)

// goldenExamples asks the project's own questions and those of the statements
// themselves, with and without the statement that answers, and of bases as
// small as an office begins with.
func goldenExamples(s set, by rankers) []example {
	var all []example
	for _, q := range s.questions {
		a := asker{s.index, by.of(q), &all, goldenName, goldenName}
		a.ask(q, goldenKind(q), q.relevant, nil)
		if len(q.relevant) > 0 {
			a.ask(q, near, nil, func(doc int) bool { return !q.relevant[doc] })
		}
	}
	for doc, d := range s.docs {
		for n, head := range d.Heads[1:] {
			for _, typed := range []string{head, lang.Fold(head), "Cho em hỏi " + head, lang.Fold(head) + " ạ"} {
				q := question{n: 7*doc + n, file: own, text: typed}
				a := asker{s.index, by.of(q), &all, goldenName, goldenName}
				a.ask(q, own, map[int]bool{doc: true}, nil)
				a.ask(q, ownNear, nil, func(other int) bool { return other != doc })
			}
		}
	}
	for _, base := range tinyBases(s) {
		for _, q := range base.questions {
			asker{base.index, by.of(q), &all, goldenName, tiny}.ask(q, goldenKind(q), q.relevant, nil)
		}
	}
	for i := range all {
		all[i].weight *= goldenSure
		if all[i].of == tiny {
			all[i].weight *= tinyShare
			if !all[i].known {
				all[i].weight *= tinyNone
			}
		}
	}
	return all
}

func goldenKind(q question) string {
	switch {
	case len(q.relevant) == 0:
		return smallNone
	case q.file == casual:
		return inOther
	}
	return small
}

const (
	tiny      = "golden tiny"
	tinyBase  = 8   // statements
	tinyShare = 0.4 // of the weight of a question of all statements
	tinyNone  = 0.2 // and of that, where nothing answers: such questions are asked of each
)

// tinyBases cuts the statements into bases of about tinyBase, each asked what
// it answers, all that no statement does, and a little of what others do.
func tinyBases(s set) []set {
	n := len(s.docs) / tinyBase
	all := make([]set, n)
	for k := range all {
		base := &all[k]
		at := map[int]int{}
		for doc := k; doc < len(s.docs); doc += n {
			at[doc] = len(base.docs)
			base.docs = append(base.docs, s.docs[doc])
		}
		base.index = search.Build(base.docs)
		for _, q := range s.questions {
			here := q.within(at)
			if len(here.relevant) > 0 || len(q.relevant) == 0 || q.n%n == (k+1)%n {
				base.questions = append(base.questions, here)
			}
		}
	}
	return all
}
