package flow_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/requests"
)

// Somebody uploads a file in the Mini App and files a request with it.
func storyOfAFile() story {
	paper := func(r *run) []byte { return []byte("%PDF-1.4\n% " + r.name + "\n%%EOF\n") }
	sum := func(r *run) string { s := sha256.Sum256(paper(r)); return hex.EncodeToString(s[:]) }
	who := func(r *run) people.Requester { return must(r.w.base.Requester(r.ctx, r.user()))(r.t) }
	filed := func(r *run) request.Request {
		q, err := r.w.base.RequestBySource(r.ctx, "file:"+r.name)
		if err != nil {
			return request.Request{}
		}
		return q
	}
	return story{name: "a request with a file", begin: func(r *run) { r.met() }, steps: []step{{
		do:   func(r *run) error { _, err := r.Attachments.Receive(r.ctx, who(r), paper(r)); return err },
		done: func(r *run) bool { return uploadKept(r, who(r), sum(r)) },
	}, {
		do: func(r *run) error {
			_, err := r.Requests.File(r.ctx, who(r), requests.Filing{Filing: effect.Filing{Question: "Đường vào nhà " + r.name + " bao giờ sửa?", Unit: "TH-YT"},
				Source: "file:" + r.name, Channel: requests.ChannelMiniApp, At: r.clock.now(), Uploads: []string{sum(r)}})
			return err
		},
		done: func(r *run) bool { return filed(r).Code != "" },
	}}, check: func(r *run) {
		files := filed(r).Files
		if len(files) != 1 || files[0].Problem != "" {
			r.wrong("the request has %+v", files)
			return
		}
		a, err := r.w.base.Attachment(r.ctx, files[0].ID)
		if err != nil || a.Request != filed(r).Code || a.Undecided {
			r.wrong("the file of %s: %+v, %v", filed(r).Code, a, err)
			return
		}
		if data, err := r.w.base.AttachmentBytes(r.ctx, a); err != nil || !bytes.Equal(data, paper(r)) {
			r.wrong("%d bytes of the file, %v", len(data), err)
		}
	}}
}

func uploadKept(r *run, who people.Requester, sum string) bool {
	_, err := r.Attachments.Uploaded(r.ctx, who, sum)
	return err == nil
}

// Somebody follows a request whose answer becomes a statement: they stand in its ledger once.
func storyOfAFollower() story {
	follower := func(r *run) string { return "app:follows:" + r.name }
	return story{name: "a publication that somebody follows", every: 4, begin: func(r *run) {
		filedBefore(r)
		who := people.Requester{ID: follower(r), Kind: people.Citizen}
		if err := r.w.base.InsertRequester(r.ctx, &who); err != nil {
			r.t.Fatal(err)
		}
		in := requests.Filing{Filing: effect.Filing{Question: "Xe khám có tới nhà " + strconv.Quote(r.name) + " không?", Unit: "TH-YT"}, Source: "follows:" + r.name, Channel: requests.ChannelMiniApp, At: r.clock.now()}
		q := must(r.Requests.File(r.ctx, who, in))(r.t)
		if err := r.Requests.JoinAll(r.ctx, drafter, r.at(r.request), "", []requests.Ref{r.at(q.Code)}); err != nil {
			r.t.Fatal(err)
		}
		r.answered(r.request, r.text(1))
		r.once = []string{r.text(1)}
		r.told = []effect.Told{{Statement: publication.CodeOfAnswer(r.request, 0), Version: 2}}
	}, steps: publicationSteps(), check: func(r *run) {
		told := must(r.w.base.LedgerOfRequester(r.ctx, follower(r), 10))(r.t)
		if len(told) != 1 || told[0].Statement != r.part().Statement {
			r.wrong("the ledger of who follows: %+v", told)
		}
	}}
}
