// Package store keeps the documents of the product, typed, over one of two
// engines: MongoDB, or SQLite in process. The typed methods are written once over
// the engine's few verbs; documents are BSON in both. Times are kept in whole
// milliseconds, UTC.
//
// A document carries a version. Insert… stores version 1; Replace… and Save…
// store only over the version they were given and raise it in the argument, else
// they return desk.ErrConflict (someone was faster) or desk.ErrNotFound. A taken
// unique key is a *TakenError, which is a desk.ErrConflict too. There are no
// transactions: callers order their writes so that each prefix of them is valid,
// and repeat them after a crash.
package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"sync"

	"phatngon/internal/store/auditlog"
	"phatngon/internal/store/casefile"
	"phatngon/internal/store/claimfile"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/gapfile"
	"phatngon/internal/store/pressfile"
	"phatngon/internal/store/statfile"
	"phatngon/internal/store/table"
	"phatngon/internal/store/verdictfile"
)

// What an open database says of itself.
var (
	// ErrInUse says that another process has the embedded engine's folder open.
	ErrInUse = engine.ErrInUse
	// ErrDamaged says that the embedded database's file does not hold together any
	// more: what is read from it cannot be trusted, and a backup is needed.
	ErrDamaged = engine.ErrDamaged
)

// TakenError says which unique key is another document's. It is a
// desk.ErrConflict.
type TakenError = table.TakenError

// Store is safe for concurrent use.
type Store struct {
	e      engine.Engine
	boot   string
	folder string // of the embedded database
	close  func() error

	erasing []byte // the key of erasures

	*auditLog
	*caseFiles
	*pressFiles
	*statFiles
	*claimFiles
	*verdictFiles
	*gapFiles

	// Serialises this process's bids for the next counter value, which one bidder at a
	// time wins anyway.
	counting sync.Mutex
}

// auditLog gives the store its audit.
type auditLog = auditlog.Log

// AuditFilter and AuditBroken are for who reads and checks the audit.
type (
	AuditFilter = auditlog.Filter
	AuditBroken = auditlog.Broken
)

// caseFiles gives the store the files of false-content cases.
type caseFiles = casefile.Files

// pressFiles gives the store the registrations of reporters.
type pressFiles = pressfile.Files

// statFiles gives the store its figures by month and the register of press activities.
type statFiles = statfile.Files

// claimFiles gives the store what people want done with the data kept of them.
type claimFiles = claimfile.Files

// verdictFiles are what people say of what was shown to them.
type verdictFiles = verdictfile.Files

// gapFiles are what people asked and nothing answered.
type gapFiles = gapfile.Files

// Alert tells officers that many report or ask at once.
type Alert = casefile.Alert

// CaseFilter narrows a list of cases.
type CaseFilter = casefile.CaseFilter

func newStore(e engine.Engine) *Store {
	boot := rand.Text()
	s := &Store{e: e, boot: boot, auditLog: auditlog.New(e, boot), caseFiles: casefile.New(e), pressFiles: pressfile.New(e), statFiles: statfile.New(e), claimFiles: claimfile.New(e), verdictFiles: verdictfile.New(e), gapFiles: gapfile.New(e)}
	s.close = sync.OnceValue(func() error { return errors.Join(s.auditLog.Close(), e.Close()) })
	return s
}

// OpenEmbedded opens the SQLite database in dir, and makes both if need be. A
// second process gets ErrInUse, a program that is older than the database ErrNewer.
func OpenEmbedded(dir string) (*Store, error) {
	e, err := engine.OpenSQLite(dir)
	if err != nil {
		return nil, err
	}
	s, err := begin(context.Background(), e, "the database in "+dir)
	if err != nil {
		return nil, err
	}
	s.folder = dir
	return s, nil
}

// OpenEmbeddedForReading opens the SQLite database in dir beside the process
// that serves it; every write fails. fs.ErrNotExist: there is none yet.
func OpenEmbeddedForReading(dir string) (*Store, error) {
	e, err := engine.OpenSQLiteForReading(dir)
	if err != nil {
		return nil, err
	}
	s, ctx := newStore(e), context.Background()
	s.folder = dir
	err = e.Make(ctx, &counters.Collection)
	if err == nil {
		err = s.checkSchema(ctx)
	}
	if err == nil {
		err = e.Make(ctx, collections()...)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("read the database in %s: %w", dir, err), s.Close())
	}
	return s, nil
}

// OpenMongo connects to a MongoDB (≥ 5) and makes the declared indexes. A program
// that is older than the database gets ErrNewer.
func OpenMongo(ctx context.Context, uri, database string) (*Store, error) {
	e, err := engine.OpenMongo(uri, database)
	if err != nil {
		return nil, err
	}
	return begin(ctx, e, "MongoDB database "+database)
}

// begin brings what the engine keeps up to date.
func begin(ctx context.Context, e engine.Engine, name string) (*Store, error) {
	s := newStore(e)
	err := e.Make(ctx, &counters.Collection, &leases.Collection)
	if err == nil {
		err = s.migrate(ctx, migrations)
	}
	if err == nil {
		err = e.Make(ctx, collections()...)
	}
	if err == nil {
		err = s.listAnew(ctx)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", name, err), s.Close())
	}
	return s, nil
}

// Close releases the database; the writes being committed are finished first.
func (s *Store) Close() error { return s.close() }

// Ping says whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.e.Ping(ctx) }

// Engine is "sqlite" or "mongodb".
func (s *Store) Engine() string { return s.e.Name() }

// Folder is where the embedded database lies; "" with a MongoDB.
func (s *Store) Folder() string { return s.folder }

// Boot names this opening of the store; no other opening has the same name.
func (s *Store) Boot() string { return s.boot }

// Exclusive says that no other process can work on this database, so that
// whatever another boot held when it ended is free.
func (s *Store) Exclusive() bool { return s.e.Name() == "sqlite" }
