package store

import (
	"testing"

	"dilna/models"
)

// beforePromises are three meetings of the schema before promises: a task that
// each went on with, and one that was made of an idea of another meeting.
const beforePromises = `
INSERT INTO workshops (id, state, code, current_step, language, programme, group_name, number, title, date, start_time, end_time, place, next_meeting, revision, head_revision, door_token, wall_token, created) VALUES
	('a', 'ended', '234561', '', 'cs', '', 'S', 1, 'První', '2026-01-10', '', '', '', '', 1, 1, 'a', 'a', 1),
	('b', 'ended', '234562', '', 'cs', '', 'S', 2, '', '2026-02-10', '', '', '', '', 1, 1, 'b', 'b', 2),
	('c', 'open', '234563', '', 'cs', '', 'S', 3, 'Třetí', '2026-03-10', '', '', '', '', 1, 1, 'c', 'c', 3);
INSERT INTO steps (workshop_id, id, revision, removed, vanished, position, state, method, heading, prompt, origin, source, layout, idea_order, idea_label, marks_per_topic, effect, text) VALUES
	('a', 's', 1, FALSE, FALSE, 1, 'closed', 'tasks', 'ÚKOLY', '', '', '', '', '', '', 0, '', ''),
	('b', 's', 1, FALSE, FALSE, 1, 'closed', 'tasks', 'ÚKOLY', '', '', '', '', '', '', 0, '', ''),
	('c', 's', 1, FALSE, FALSE, 1, 'closed', 'tasks', 'ÚKOLY', '', '', '', '', '', '', 0, '', '');
INSERT INTO entries (workshop_id, id, revision, removed, vanished, position, step_id, topic_id, parent_id, text, marked, chosen, note, author, seat_id, method, from_workshop, from_entry, from_text, due, due_date, state) VALUES
	('a', 'x', 1, FALSE, FALSE, 1, 's', '', '', 'Zpráva', FALSE, FALSE, '', '', '', 'tasks', '', '', '', 'do jara', '2026-02-01', 'open'),
	('a', 'i', 1, FALSE, FALSE, 2, 's', '', '', 'Podnět', FALSE, FALSE, '', '', '', 'collect', '', '', '', '', '', ''),
	('b', 'y', 1, FALSE, FALSE, 1, 's', '', '', 'Zpráva II', FALSE, FALSE, '', '', '', 'tasks', 'a', 'x', 'Zpráva', '', '2026-03-01', 'open'),
	('c', 'z', 1, FALSE, FALSE, 1, 's', '', '', 'Zpráva III', FALSE, FALSE, '', '', '', 'tasks', 'b', 'y', 'Zpráva II', '', '', 'open'),
	('c', 'o', 1, FALSE, FALSE, 2, 's', '', '', 'Z podnětu', FALSE, FALSE, '', '', '', 'tasks', 'a', 'i', 'Podnět', '', '', 'open'),
	('c', 'h', 1, FALSE, FALSE, 3, 's', '', '', 'Z úkolu tady', FALSE, FALSE, '', '', '', 'tasks', '', 'z', 'Zpráva III', '', '', 'open');
`

// TestTasksOfOlderSchemasThatWentOnArePromises: what was brought from meeting to
// meeting before is one thing from then on, in both databases.
func TestTasksOfOlderSchemasThatWentOnArePromises(t *testing.T) {
	for name, s := range upgradedFrom(t, 20, beforePromises) {
		t.Run(name, func(t *testing.T) {
			m, err := s.Minutes(t.Context(), "c")
			must(t, err)
			said := m.Steps[0].Tasks
			want := models.PromiseMinutes{
				First: models.Meeting{Name: "První", Date: "2026-01-10"}, Last: models.Meeting{Name: "2.", Date: "2026-02-10"}, DueDate: "2026-03-01", Passed: 3,
			}
			if len(said) != 3 || said[0].Promise == nil || *said[0].Promise != want || said[1].Promise != nil || said[2].Promise != nil {
				t.Errorf("the record says %+v of %+v", said[0].Promise, said)
			}
			page, err := s.Promises(t.Context(), models.Account{Role: models.RoleCoordinator}, models.PromiseQuery{})
			must(t, err)
			if page.Total != 3 || page.Promises[0].Workshop.ID != "c" {
				t.Errorf("the page has %+v", page.Promises)
			}
			story, err := s.Story(t.Context(), models.Actor{Role: models.RoleCoordinator, Workshop: "c"}, "z")
			must(t, err)
			if len(story.Story) != 3 || story.Story[0].Text != "Zpráva" {
				t.Errorf("its story is %+v", story.Story)
			}
		})
	}
}
