package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"time"

	"phatngon/internal/backup"
	"phatngon/internal/demo"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/delivery"
	"phatngon/internal/flow/index"
	"phatngon/internal/flow/oidc"
	"phatngon/internal/flow/pointer"
	"phatngon/internal/flow/rules"
	"phatngon/internal/llm"
	"phatngon/internal/mail"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
	"phatngon/internal/web"
	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/samples"
	"phatngon/knowledge/statement"
	"phatngon/knowledge/tools/eval"
)

// open opens what every command works on: store, knowledge base and rules.
func open(ctx context.Context, c Config, log *slog.Logger) (*flow.Flow, func(), error) {
	s, err := openStore(ctx, c)
	if err != nil {
		return nil, nil, err
	}
	f, err := newFlow(ctx, c, s, log)
	if err != nil {
		return nil, nil, errors.Join(err, s.Close())
	}
	return f, func() { _ = s.Close() }, nil
}

// openForReading opens the knowledge beside a running server and loads it.
// Before a first start there is no database: then the knowledge is what that
// start would load.
func openForReading(ctx context.Context, c Config, log *slog.Logger) (*flow.Flow, func(), error) {
	var s *store.Store
	var err error
	if c.MongoURI != "" {
		s, err = store.OpenMongo(ctx, c.MongoURI, c.MongoDatabase)
	} else {
		s, err = store.OpenEmbeddedForReading(c.DataDir)
	}
	if errors.Is(err, fs.ErrNotExist) {
		f, err := newFlow(ctx, c, nil, log)
		if err != nil {
			return nil, nil, err
		}
		return f, func() {}, f.Statements.LoadFiles(knowledgeFiles(c))
	}
	if err != nil {
		return nil, nil, err
	}
	f, err := newFlow(ctx, c, s, log)
	if err != nil {
		return nil, nil, errors.Join(err, s.Close())
	}
	return f, func() { _ = s.Close() }, f.Index.Load(ctx)
}

// backupSource is what a backup is made of: the database, and in the demo the key that was
// made beside it. A key of one's own is kept elsewhere.
func backupSource(getenv func(string) string) (backup.Source, error) {
	c, err := readConfig(getenv)
	if err != nil || c.MongoURI != "" {
		return backup.Source{}, err
	}
	s := backup.Source{Folder: c.DataDir, Seal: c.SecretsKey, Now: c.now}
	if c.SecretsKey == nil {
		s.Beside = []string{demo.KeyFile}
	}
	return s, nil
}

func openStore(ctx context.Context, c Config) (*store.Store, error) {
	if c.MongoURI != "" {
		return store.OpenMongo(ctx, c.MongoURI, c.MongoDatabase)
	}
	return store.OpenEmbedded(c.DataDir)
}

// newFlow wires the path of the work over a store; without one it can answer
// from its knowledge only.
func newFlow(ctx context.Context, c Config, s *store.Store, log *slog.Logger) (*flow.Flow, error) {
	units, err := unitsOf(ctx, s, c.now, log)
	if err != nil {
		return nil, err
	}
	d := flow.Deps{
		Store: s, Units: units,
		Base:      answer.NewBase(answer.Options{UnitName: units.Name, Places: units.PlacesNamed, PlacesToday: units.PlacesToday, PublicURL: c.PublicURL}),
		PublicURL: c.PublicURL, Now: c.now, Log: log,
	}
	if s != nil {
		s.SealAudit(c.SecretsKey)
		d.Pace = budget.New(budget.Options{Now: c.now, PerMinute: c.CallsPerMinute})
		d.Inbox = queue.New(s, "inbox", queue.Options{Workers: 16, Now: c.now, Logger: log})
		d.Outbox = queue.New(s, "outbox", queue.Options{Workers: 16, Now: c.now, Logger: log, Gate: delivery.OutboxGate(d.Pace)})
	}
	if d.Mailer, err = c.mailer(); err != nil {
		return nil, err
	}
	d.Provider = c.provider()
	if c.SecretsKey != nil {
		if d.Secrets, err = access.NewSecrets(c.SecretsKey); err != nil {
			return nil, err
		}
	}
	if c.OpenAIEmbeddingModel != "" {
		d.Embeddings = &index.Embeddings{Client: c.embedder()}
	}
	if c.OpenAIModel != "" {
		d.Pointer = &pointer.Pointer{Client: c.embedder(), Base: d.Base, Now: c.now, Log: log}
	}
	return flow.New(d), nil
}

// mailer is the way to officers; nil where none is configured.
func (c Config) mailer() (*mail.Mailer, error) {
	if c.SMTPURL == "" && c.MailFrom == "" {
		return nil, nil
	}
	if c.SMTPURL == "" || c.MailFrom == "" {
		return nil, errors.New("SMTP_URL and MAIL_FROM go together")
	}
	return mail.New(c.SMTPURL, c.MailFrom)
}

// provider keeps officers' agency accounts; nil where none is configured.
func (c Config) provider() *oidc.Provider {
	if c.OIDCIssuer == "" {
		return nil
	}
	return oidc.New(oidc.Config{Issuer: c.OIDCIssuer, ClientID: c.OIDCClientID, ClientSecret: c.OIDCClientSecret, Redirect: c.PublicURL + "/admin/login/oidc/callback"})
}

func (c Config) embedder() *llm.Client {
	return llm.New(llm.Config{
		BaseURL: c.OpenAIURL, Key: c.OpenAIKey, EmbeddingModel: c.OpenAIEmbeddingModel, Model: c.OpenAIModel,
		QuestionModel: c.OpenAIQuestionModel, QuestionPrefix: c.OpenAIQuestionPrefix, PassagePrefix: c.OpenAIPassagePrefix,
	})
}

// meaning makes vectors for measuring with the server that the product would use; nil
// where none is configured.
func meaning(ctx context.Context, getenv func(string) string) (*eval.Embedder, error) {
	c, err := readConfig(getenv)
	if err != nil || c.OpenAIEmbeddingModel == "" {
		return nil, err
	}
	client := c.embedder()
	return &eval.Embedder{
		Passages: func(texts []string) ([][]float32, error) { return client.Embed(ctx, texts) },
		Question: func(text string) ([]float32, error) { return client.EmbedQuestion(ctx, text) },
	}, nil
}

// unitsOf are the units in force when the program starts.
func unitsOf(ctx context.Context, s *store.Store, now func() time.Time, log *slog.Logger) (*routing.Registry, error) {
	if s == nil {
		return routing.DefaultRegistry(), nil
	}
	known := &rules.Rules{Store: s, Now: now, Log: log}
	if err := known.Load(ctx); err != nil {
		return nil, err
	}
	return known.At(now()).Units, nil
}

// connectZalo gives the flow its Zalo: the real one, or in the demo a
// simulator of its own.
func connectZalo(ctx context.Context, c Config, f *flow.Flow, surface *web.Deps) error {
	zc := zalo.Config{
		AppID: c.AppID, AppSecret: c.AppSecret, OAID: c.OAID, MiniAppID: c.MiniAppID, MiniAppKey: c.MiniAppKey,
		OpenAPIURL: c.OpenAPIURL, OAuthURL: c.OAuthURL, GraphURL: c.GraphURL, BusinessURL: c.BusinessURL,
	}
	secrets, first := webhook.Secrets{AppID: c.AppID, OAID: c.OAID, OAKeys: c.OAKeys}, zalo.Token{RefreshToken: c.RefreshToken}
	if c.Demo() {
		examples := f.Base.Suggestions(statement.AudiencePublic, f.Now(), 3)
		sim := demo.StartSimulator(ctx, "http://"+reachable(c.Addr)+"/webhook/zalo", examples, c.now)
		zc, secrets, first = sim.Config, sim.Secrets, sim.Token
		surface.DevZalo, f.Access.DemoPersona = sim.ChatPage, sim.Persona
		f.Cases.Fetch = sim.Photo
	}
	zc.Now = c.now
	tokens := access.NewTokenStore(f.Store, f.Secrets, f.Now)
	if err := tokens.Begin(ctx, first, c.Demo()); err != nil {
		return err
	}
	zc.Observe = delivery.ObserveZalo(f.Pace)
	link := ""
	if zc.MiniAppID != "" {
		link = "https://zalo.me/s/" + zc.MiniAppID + "/"
	}
	if c.Demo() {
		link = c.PublicURL + "/miniapp/"
	}
	f.Connect(zalo.NewClient(zc, tokens), zc.OAID, link)
	surface.Secrets = secrets
	surface.MiniAppKey, surface.MiniAppID, surface.OAID = zc.MiniAppKey, zc.MiniAppID, zc.OAID
	return nil
}

// prepare makes a first start usable: statements, officers, index; and
// finishes what a crash interrupted.
func prepare(ctx context.Context, c Config, f *flow.Flow, stdout io.Writer) error {
	if err := f.Rules.Load(ctx); err != nil {
		return err
	}
	if err := f.Statements.First(ctx, knowledgeFiles(c)); err != nil {
		return err
	}
	if c.Demo() {
		if err := errors.Join(demo.Officers(ctx, f), demo.Reporters(ctx, f)); err != nil {
			return err
		}
	} else if err := f.Access.FirstAdministrator(ctx, c.AdminEmail, c.AdminPassword, stdout); err != nil {
		return err
	}
	if err := f.Index.Load(ctx); err != nil {
		return err
	}
	return errors.Join(f.Requests.AdoptApproved(ctx), f.Relay.Sweep(ctx))
}

// knowledgeFiles are the statements of a first start; nil when there are none.
func knowledgeFiles(c Config) fs.FS {
	switch {
	case c.KnowledgeDir != "":
		return os.DirFS(c.KnowledgeDir)
	case c.Demo():
		return samples.Files()
	}
	return nil
}
