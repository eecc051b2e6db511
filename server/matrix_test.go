package server_test

import (
	"fmt"
	"strings"

	"dilna/models"
	"dilna/models/modelstest"
)

// access says whom a route is for, and with what request it succeeds.
type access struct {
	who    string // public, accounts, coordinating accounts, owners; or of the workshop: walls, watchers, wall+facilitators, contributors, participants, leaders, facilitators, coordinators
	common bool   // its ids are of no workshop
	body   string
	given  func(*room) // what must be true for it to succeed
	status int         // on success
}

// routeTable is every route of the server. TestRouteMatrix fails on one that
// is not listed (FIG-11).
var routeTable = map[string]access{
	"GET /api/health":       {who: "public", status: 200},
	"GET /api/openapi.json": {who: "public", status: 200},
	"GET /api/about":        {who: "public", status: 200},
	"GET /api/formats":      {who: "public", status: 200},
	"GET /problems/:code":   {who: "public", status: 404},
	"POST /api/links":       {who: "public", body: `{"link":"nothing"}`, status: 403},
	"POST /api/accounts":    {who: "public", body: `{"link":"nothing","name":"a","login":"a","password":"aaaaaaaaaa"}`, status: 403},
	"POST /api/sign-in":     {who: "public", body: `{"link":"nothing"}`, status: 403},
	"DELETE /api/sign-in":   {who: "public", status: 204},
	"POST /api/join":        {who: "public", body: `{"code":"BCDFGH"}`, status: 404},

	"GET /api/me":                     {who: "accounts", status: 200},
	"GET /api/templates":              {who: "accounts", status: 200},
	"PATCH /api/templates/:template":  {who: "accounts", body: `{"name":"vzor"}`, status: 404},
	"DELETE /api/templates/:template": {who: "accounts", status: 204},
	"POST /api/workshops/file":        {who: "accounts", body: `{"format":"dilna.workshop/2","language":"cs","steps":[]}`, status: 201},
	"POST /api/workshops":             {who: "accounts", body: `{"id":"{new}","template":"empty"}`, status: 201},

	"PATCH /api/me":                {who: "accounts", body: `{"name":"Petra"}`, status: 200},
	"PUT /api/me/password":         {who: "accounts", body: `{"new":"kolo strom řeka"}`, status: 204},
	"DELETE /api/me/sign-ins":      {who: "accounts", status: 204},
	"POST /api/links/accept":       {who: "accounts", body: `{"link":"nothing"}`, status: 403},
	"GET /api/library/minutes.zip": {who: "accounts", status: 422},
	"GET /api/library":             {who: "accounts", status: 200},

	"GET /api/accounts":                 {who: "coordinating accounts", status: 200},
	"PATCH /api/accounts/:account":      {who: "coordinating accounts", body: `{"role":"coordinator"}`, status: 200},
	"DELETE /api/accounts/:account":     {who: "coordinating accounts", status: 204},
	"POST /api/accounts/:account/links": {who: "coordinating accounts", status: 201},
	"GET /api/invitations":              {who: "coordinating accounts", status: 200},
	"POST /api/invitations":             {who: "coordinating accounts", body: `{"id":"{new}"}`, status: 201},
	"DELETE /api/invitations/:link":     {who: "coordinating accounts", status: 204},

	"POST /api/workshops/:w/wall": {who: "walls", body: `{"token":"nothing"}`, status: 200},

	"GET /api/workshops/:w/feed": {who: "watchers", status: 200},
	"GET /api/workshops/:w/door": {who: "wall+facilitators", status: 200},
	"GET /api/workshops/:w/mine": {who: "participants", status: 200},

	"GET /api/workshops/:w/facilitation":                   {who: "facilitators", status: 200},
	"POST /api/workshops/:w/facilitation/links":            {who: "facilitators", body: `{"id":"{new}"}`, status: 201},
	"DELETE /api/workshops/:w/facilitation/links/:link":    {who: "facilitators", status: 204},
	"PUT /api/workshops/:w/facilitation/:account":          {who: "coordinators", common: true, status: 204},
	"DELETE /api/workshops/:w/facilitation/:account":       {who: "facilitators", given: shared, status: 204},
	"POST /api/workshops/:w/facilitation/:account/restore": {who: "facilitators", status: 204},
	"DELETE /api/workshops/:w":                             {who: "owners", given: over, status: 204},
	"POST /api/library/:w/restore":                         {who: "owners", status: 204},

	"GET /api/workshops/:w":              {who: "facilitators", status: 200},
	"GET /api/workshops/:w/minutes.pdf":  {who: "facilitators", status: 200},
	"GET /api/workshops/:w/minutes.json": {who: "facilitators", status: 200},
	"GET /api/workshops/:w/minutes.html": {who: "facilitators", status: 200},

	"GET /api/workshops/:w/minutes":                        {who: "facilitators", status: 200},
	"GET /api/workshops/:w/formats":                        {who: "facilitators", status: 200},
	"GET /api/workshops/:w/minutes/office":                 {who: "facilitators", status: 200},
	"PATCH /api/workshops/:w/minutes":                      {who: "facilitators", body: `{"introduction":"Úvod"}`, status: 204},
	"GET /api/workshops/:w/minutes/preview":                {who: "facilitators", status: 200},
	"POST /api/workshops/:w/editions":                      {who: "coordinators", body: `{"from":{newest}}`, given: hasEnded, status: 201},
	"PUT /api/workshops/:w/editions/:version/state":        {who: "coordinators", body: `{"state":"published"}`, given: approved, status: 204},
	"POST /api/workshops/:w/minutes/address":               {who: "coordinators", body: `{"from":"{link}"}`, given: published, status: 204},
	"GET /api/workshops/:w/editions/:version/minutes.pdf":  {who: "facilitators", given: approved, status: 200},
	"GET /api/workshops/:w/editions/:version/minutes.json": {who: "facilitators", given: approved, status: 200},
	"GET /api/workshops/:w/editions/:version/minutes.html": {who: "facilitators", given: approved, status: 200},

	"GET /api/letterhead":    {who: "accounts", status: 200},
	"GET /api/stationery":    {who: "accounts", status: 200},
	"PUT /api/stationery":    {who: "coordinating accounts", body: officeFile(modelstest.CzechOffice()), status: 200},
	"DELETE /api/stationery": {who: "coordinating accounts", status: 204},

	"PUT /api/letterhead": {who: "coordinating accounts", body: `{"publicity":["Spolufinancováno Evropskou unií"]}`, status: 200},

	"GET /minutes/:token":                       {who: "public", status: 404},
	"GET /minutes/:token/:version/minutes.pdf":  {who: "public", status: 404},
	"GET /minutes/:token/:version/minutes.json": {who: "public", status: 404},
	"GET /minutes/:token/:version/minutes.html": {who: "public", status: 404},
	"PATCH /api/workshops/:w/head":              {who: "facilitators", body: `{"title":"Jednání"}`, status: 200},
	"PUT /api/workshops/:w/state":               {who: "facilitators", body: `{"state":"open"}`, status: 200},

	"POST /api/workshops/:w/template":           {who: "facilitators", body: `{"id":"{new}","name":"vzor"}`, status: 201},
	"POST /api/workshops/:w/copies":             {who: "facilitators", body: `{"id":"{new}"}`, status: 201},
	"GET /api/workshops/:w/rehearsal":           {who: "facilitators", given: rehearsed, status: 200},
	"PUT /api/workshops/:w/rehearsal":           {who: "facilitators", body: `{"people":0}`, given: rehearsed, status: 200},
	"DELETE /api/workshops/:w/rehearsal":        {who: "facilitators", status: 409},
	"PUT /api/workshops/:w/checklist/:point":    {who: "facilitators", body: `{"text":"Projektor","done":true}`, status: 200},
	"DELETE /api/workshops/:w/checklist/:point": {who: "facilitators", status: 204},

	"POST /api/workshops/:w/steps":                       {who: "facilitators", body: `{"id":"{new}","method":"text","heading":"KROK"}`, status: 201},
	"PATCH /api/workshops/:w/steps/:step":                {who: "facilitators", body: `{"heading":"KROK"}`, status: 200},
	"GET /api/workshops/:w/steps/:step/ballots.pdf":      {who: "facilitators", status: 200},
	"GET /api/workshops/:w/steps/:step/slips.pdf":        {who: "facilitators", status: 200},
	"PUT /api/workshops/:w/steps/:step/state":            {who: "facilitators", body: `{"state":"open"}`, status: 200},
	"POST /api/workshops/:w/steps/:step/topics":          {who: "leaders", body: `{"id":"{new}","heading":"okruh"}`, status: 201},
	"PATCH /api/workshops/:w/topics/:topic":              {who: "leaders", body: `{"heading":"okruh"}`, status: 200},
	"POST /api/workshops/:w/steps/:step/ideas":           {who: "contributors", body: `{"id":"{new}","text":"podnět"}`, status: 201},
	"PATCH /api/workshops/:w/ideas/:row":                 {who: "contributors", body: `{"text":"podnět"}`, status: 200},
	"POST /api/workshops/:w/steps/:step/causes":          {who: "contributors", body: `{"id":"{new}","text":"příčina"}`, given: fishOpen, status: 201},
	"PATCH /api/workshops/:w/causes/:row":                {who: "contributors", body: `{"text":"příčina"}`, given: fishOpen, status: 200},
	"POST /api/workshops/:w/steps/:step/rounds":          {who: "leaders", body: `{"id":"{new}","dots":3,"per_idea":2}`, status: 201},
	"POST /api/workshops/:w/steps/:step/combinations":    {who: "facilitators", body: `{"id":"{new}","rounds":[{"round":"aaaaaaaaaaaaaaaaaaaaaaaaaa","weight":1},{"round":"bbbbbbbbbbbbbbbbbbbbbbbbbb","weight":1}]}`, status: 422},
	"POST /api/workshops/:w/steps/:step/photos":          {who: "facilitators", body: `{"id":"{new}","text":"tabule","file":"` + photoFile(1) + `"}`, status: 201},
	"PATCH /api/workshops/:w/photos/:photo":              {who: "facilitators", body: `{"text":"tabule stolu 1"}`, given: photographed, status: 200},
	"POST /api/workshops/:w/photos/:photo/erase":         {who: "facilitators", given: photographed, status: 204},
	"GET /api/workshops/:w/photos/:hash":                 {who: "watchers", given: photographed, status: 200},
	"PATCH /api/workshops/:w/rounds/:round":              {who: "facilitators", body: `{"label":"kolo"}`, status: 200},
	"PUT /api/workshops/:w/rounds/:round/state":          {who: "leaders", body: `{"state":"open"}`, status: 200},
	"PUT /api/workshops/:w/rounds/:round/totals":         {who: "facilitators", body: `{"totals":[]}`, status: 200},
	"POST /api/workshops/:w/rounds/:round/draws":         {who: "facilitators", body: `{"place":1,"among":["{new}","aaaaaaaaaaaaaaaaaaaaaaaaaa"]}`, status: 409},
	"POST /api/workshops/:w/steps/:step/topics/together": {who: "facilitators", body: `{"topics":[{"id":"{new}","heading":"okruh"}]}`, status: 204},
	"POST /api/workshops/:w/steps/:step/decisions":       {who: "facilitators", body: `{"id":"{new}","text":"rozhodnutí","for":3}`, given: deciding, status: 201},
	"PATCH /api/workshops/:w/decisions/:row":             {who: "facilitators", body: `{"how":"consensus"}`, given: deciding, status: 200},
	"POST /api/workshops/:w/steps/:step/tasks":           {who: "facilitators", body: `{"id":"{new}","text":"úkol","owners":["Jana"]}`, given: promising, status: 201},
	"PATCH /api/workshops/:w/tasks/:row":                 {who: "facilitators", body: `{"state":"done"}`, given: promising, status: 200},
	"POST /api/workshops/:w/steps/:step/ideas/together":  {who: "facilitators", body: `{"ideas":[{"id":"{new}","text":"podnět"}]}`, status: 204},

	"GET /api/promises":                       {who: "accounts", status: 200},
	"GET /api/promises/file":                  {who: "accounts", status: 422},
	"GET /api/workshops/:w/promises":          {who: "facilitators", status: 200},
	"POST /api/workshops/:w/promises":         {who: "facilitators", body: `{"step":"{new}","heading":"Minule jsme slíbili","all":true}`, status: 201},
	"GET /api/workshops/:w/tasks/:task/story": {who: "facilitators", given: promising, status: 200},

	"POST /api/workshops/:w/divisions":               {who: "facilitators", body: `{"id":"{new}","heading":"Stoly","parts":[{"id":"{new}","heading":"Stůl 1"}]}`, status: 201},
	"PATCH /api/workshops/:w/divisions/:division":    {who: "facilitators", body: `{"heading":"Kde sedíte"}`, given: divided, status: 200},
	"PUT /api/workshops/:w/divisions/:division/mine": {who: "participants", body: `{"part":""}`, given: divided, status: 200},
	"POST /api/workshops/:w/steps/together":          {who: "facilitators", body: `{"steps":[{"id":"{new}","method":"collect","heading":"KROK"}]}`, status: 204},
	"POST /api/workshops/:w/steps/:step/best":        {who: "facilitators", body: `{"steps":["{new}"],"by":"chosen"}`, status: 422},
	"PUT /api/workshops/:w/steps/together/minutes":   {who: "facilitators", body: `{"steps":[{"step":"{new}","planned_minutes":5}]}`, status: 404},
	"PUT /api/workshops/:w/steps/together/state":     {who: "facilitators", body: `{"steps":["{new}"],"state":"open"}`, status: 404},

	"POST /api/workshops/:w/tables/:table/spokesperson":   {who: "facilitators", given: divided, status: 201},
	"DELETE /api/workshops/:w/tables/:table/spokesperson": {who: "facilitators", common: true, given: divided, status: 204},
	"GET /api/workshops/:w/place":                         {who: "public", status: 200},
	"PATCH /api/workshops/:w/admission":                   {who: "facilitators", body: `{"most":40}`, status: 200},
	"GET /api/workshops/:w/tickets":                       {who: "facilitators", status: 200},
	"POST /api/workshops/:w/tickets":                      {who: "facilitators", body: `{"count":2}`, status: 201},
	"POST /api/workshops/:w/tickets/:ticket/reissue":      {who: "facilitators", common: true, given: ticketed, status: 200},
	"GET /api/workshops/:w/tickets.pdf":                   {who: "facilitators", given: ticketed, status: 200},
	"GET /api/workshops/:w/devices":                       {who: "facilitators", status: 200},
	"PUT /api/workshops/:w/devices":                       {who: "facilitators", body: `{"numbers":[99],"state":"in"}`, status: 200},
	"POST /api/workshops/:w/hand-on":                      {who: "participants", status: 200},

	"POST /api/speak": {who: "public", body: `{"link":"nothing"}`, status: 403},

	"POST /api/workshops/:w/ideas/:idea/merged":   {who: "facilitators", body: `{"ideas":["{another}"]}`, status: 200},
	"GET /api/workshops/:w/ideas/:idea/merged":    {who: "facilitators", status: 200},
	"POST /api/workshops/:w/ideas/:idea/take-out": {who: "facilitators", status: 200},
	"GET /api/workshops/:w/steps/:step/alike":     {who: "facilitators", status: 200},
	"PUT /api/workshops/:w/ideas/:idea/different": {who: "facilitators", body: `{"from":"{another}"}`, status: 204},
	"GET /api/workshops/:w/history":               {who: "facilitators", status: 200},
	"POST /api/workshops/:w/history/:entry/undo":  {who: "facilitators", status: 204},

	"GET /api/workshops/:w/rounds/:round/paper":         {who: "facilitators", status: 200},
	"GET /api/workshops/:w/rounds/:round/ballots":       {who: "contributors", given: voting, status: 409},
	"PUT /api/workshops/:w/rounds/:round/paper/:ballot": {who: "facilitators", body: `{"dots":[],"seq":1}`, given: voting, status: 200},

	"PUT /api/workshops/:w/rounds/:round/ballot/mine":           {who: "participants", body: `{"votes":[],"seq":1}`, given: voting, status: 200},
	"PUT /api/workshops/:w/rounds/:round/ideas/:idea/dots/mine": {who: "participants", body: `{"count":1,"seq":1}`, given: voting, status: 200},

	"PUT /api/workshops/:w/timer":                      {who: "facilitators", body: `{"seconds":300}`, status: 200},
	"PATCH /api/workshops/:w/timer":                    {who: "facilitators", body: `{"add":60}`, given: timing, status: 200},
	"DELETE /api/workshops/:w/timer":                   {who: "facilitators", status: 204},
	"PATCH /api/workshops/:w/room":                     {who: "facilitators", body: `{"message":"přestávka"}`, status: 200},
	"PUT /api/workshops/:w/editing/:screen":            {who: "facilitators", body: `{"text":"head/title"}`, common: true, status: 204},
	"DELETE /api/workshops/:w/hands":                   {who: "facilitators", status: 204},
	"PUT /api/workshops/:w/hands/mine":                 {who: "participants", body: `{"raised":true}`, status: 200},
	"PUT /api/workshops/:w/steps/:step/done/mine":      {who: "participants", body: `{"done":true}`, status: 200},
	"PUT /api/workshops/:w/ideas/:idea/agreement/mine": {who: "participants", body: `{"agrees":true,"seq":1}`, given: agreeing, status: 200},
	"POST /api/workshops/:w/leave":                     {who: "participants", body: `{}`, status: 200},

	"POST /api/letterbox":                                   {who: "public", body: `{"token":"nothing"}`, status: 404},
	"POST /api/letterbox/inputs":                            {who: "public", body: `{"token":"nothing","id":"{new}","text":"podnět"}`, status: 404},
	"GET /api/workshops/:w/late-link":                       {who: "watchers", status: 200},
	"GET /api/workshops/:w/harvested":                       {who: "facilitators", status: 200},
	"POST /api/workshops/:w/steps/:step/brought":            {who: "facilitators", body: `{"workshop":"{new}","entries":[{"id":"{new}","entry":"{new}"}]}`, status: 404},
	"GET /api/workshops/:w/letterboxes":                     {who: "facilitators", status: 200},
	"PUT /api/workshops/:w/letterboxes/:letterbox":          {who: "facilitators", body: `{"step":"{new}","opens":1,"closes":2,"most":1}`, common: true, status: 422},
	"GET /api/workshops/:w/letterboxes/:letterbox/inputs":   {who: "facilitators", given: boxed, status: 200},
	"POST /api/workshops/:w/letterboxes/:letterbox/settled": {who: "facilitators", given: boxed, body: `{"inputs":["{new}"],"state":"dropped"}`, status: 404},
	"GET /api/workshops/:w/minutes/address":                 {who: "watchers", given: published, status: 200},
	"GET /api/workshops/:w/feedback":                        {who: "facilitators", status: 200},
	"GET /api/workshops/:w/feedback/mine":                   {who: "participants", status: 200},
	"PUT /api/workshops/:w/feedback/mine":                   {who: "participants", body: `{"seq":1,"answers":[{"question":"{good}","text":"Dobré."}]}`, given: hasEnded, status: 200},
	"PUT /api/workshops/:w/feedback/questions":              {who: "facilitators", body: `{"questions":[]}`, status: 200},
	"PUT /api/workshops/:w/feedback/state":                  {who: "facilitators", body: `{"open":true}`, given: hasEnded, status: 200},
	"PATCH /api/workshops/:w/feedback/texts/:answer":        {who: "facilitators", body: `{"hidden":true}`, given: hasEnded, status: 204},
	"DELETE /api/workshops/:w/feedback/texts/:answer":       {who: "facilitators", given: hasEnded, status: 204},

	"DELETE /api/workshops/:w/:part/:id":       {who: "contributors", status: 204},
	"POST /api/workshops/:w/:part/:id/restore": {who: "contributors", given: removed, status: 204},
	"PUT /api/workshops/:w/:part/:id/place":    {who: "facilitators", body: `{"index":0}`, status: 204},
}

// boxed gives the workshop a letterbox for late inputs.
func boxed(r *room) {
	r.box = models.LetterboxID(models.NewID[string]())
	r.put(r.facilitator, "/letterboxes/"+string(r.box), `{"opens":0,"closes":9000000000000,"most":500}`)
}

// ticketed gives the workshop tickets.
func ticketed(r *room) { r.do(r.facilitator, "POST "+r.path("/tickets"), `{"count":3}`).want(201, "") }

func hasEnded(r *room) { r.put(r.facilitator, "/state", `{"state":"ended"}`) }

// approved gives the workshop a first version of its minutes.
func approved(r *room) {
	hasEnded(r)
	r.coordinator = r.account("c-"+r.facilitator.name, models.RoleCoordinator)
	r.do(r.coordinator, "POST "+r.path("/editions"), `{"from":0}`).want(201, "")
}

// published gives the workshop minutes with a public address.
func published(r *room) {
	approved(r)
	r.publish(1, "published")
}

// fishOpen makes the fishbone the open step, and the cause the participant's.
func fishOpen(r *room) {
	r.put(r.facilitator, "/steps/"+string(r.fish)+"/state", `{"state":"open"}`)
	r.open = r.fish
	r.cause = models.EntryID(r.post(r.participant, "/steps/"+string(r.fish)+"/causes", `"text":"příčina"`))
}

// deciding makes a step of decisions the open one, with one in it, promising one
// of tasks.
func deciding(r *room)  { r.agreeing("decisions") }
func promising(r *room) { r.agreeing("tasks") }

func (r *room) agreeing(method string) {
	r.open = models.StepID(r.post(r.facilitator, "/steps", `"method":"`+method+`","heading":"Domluveno"`))
	r.agreed = models.EntryID(r.post(r.facilitator, "/steps/"+string(r.open)+"/"+method, `"text":"domluveno"`))
}

// rehearsed makes the workshop a rehearsal after the fact: its facilitator,
// phone and wall stay who they are.
func rehearsed(r *room) {
	r.exec("UPDATE workshops SET rehearsal_of = 'another' WHERE id = ?", r.id)
}

// spokesperson leads the steps of a table, of which the room has none: nothing but
// such steps is hers that is not any participant's.
func (r *room) spokesperson() *caller {
	c := r.join("spokesperson")
	divided(r)
	given := r.do(r.facilitator, "POST "+r.path("/tables/"+string(r.part)+"/spokesperson"), "")
	given.want(201, "")
	var link struct{ URL string }
	given.into(&link)
	_, secret, _ := strings.Cut(link.URL, "#speak=")
	r.do(c, "POST /api/speak", `{"link":"`+secret+`"}`).want(200, "")
	return c
}

// divided has the room sit at one table.
func divided(r *room) {
	r.part = models.NewID[models.PartID]()
	r.division = models.DivisionID(r.post(r.facilitator, "/divisions", `"heading":"Stoly","parts":[{"id":"`+string(r.part)+`","heading":"Stůl 1"}]`))
}

func timing(r *room) { r.put(r.facilitator, "/timer", `{"seconds":300}`) }

func removed(r *room) {
	r.do(r.participant, "DELETE "+r.path("/ideas/"+string(r.mine)), "").want(204, "")
}

// shared has a second facilitator run the room.
func shared(r *room) {
	must(r.t, r.store.Grant(r.t.Context(), models.Actor{Role: models.RoleCoordinator, Workshop: r.id}, modelstest.Key(), r.helper()))
}

// shutOut has the second facilitator run the room no longer.
func shutOut(r *room) {
	shared(r)
	r.do(r.facilitator, "DELETE "+r.path("/facilitation/"+string(r.helper())), "").want(204, "")
}

func over(r *room) { r.put(r.facilitator, "/state", `{"state":"ended"}`) }

// visitor is a caller with the workshop where it belongs.
type visitor struct {
	*caller
	is   string // nobody, participant, wall, facilitator, coordinator
	home *room  // nil: nowhere, or everywhere for a coordinator
}

// good is the question that a workshop usually asks first in words.
func good() models.QuestionID { return models.Workshop{}.Questions()[1].ID }

// spoke is the text that the participant has written in the feedback.
func (r *room) spoke(route string) string {
	r.spoken++
	body := fmt.Sprintf(`{"seq":%d,"answers":[{"question":%q,"text":%q}]}`, r.spoken, good(), route)
	r.do(r.participant, "PUT "+r.path("/feedback/mine"), body).want(200, "")
	return models.SeatSecret(r.participant.cookies[0].Value).Pseudonym(r.id, good())
}

// merged is an idea that lives on in another.
func (r *room) merged() models.EntryID {
	one := r.post(r.participant, "/steps/"+string(r.open)+"/ideas", `"text":"podnět"`)
	r.do(r.facilitator, "POST "+r.path("/ideas/"+string(r.idea)+"/merged"), `{"ideas":["`+one+`"]}`).want(200, "")
	return models.EntryID(one)
}

func nameOf(r *room) string {
	if r == nil {
		return "no workshop"
	}
	return r.facilitator.name
}
