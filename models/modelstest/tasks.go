package modelstest

import (
	"fmt"
	"strings"

	"dilna/models"
)

// Owners are who answers for ManyTasks.
func Owners() []string { return []string{"Alena", "Bohumil", "Cyril", "Dana"} }

// ManyTasks are minutes with more tasks than a page holds; each is called in capitals by who
// answers for it.
func ManyTasks() models.Minutes {
	s := models.StepMinutes{Method: models.MethodTasks, Heading: "Úkoly"}
	for i := range 70 {
		owner := Owners()[i*i%3]
		if i == 69 {
			owner = Owners()[3]
		}
		s.Tasks = append(s.Tasks, models.TaskMinutes{
			Text: fmt.Sprintf("%s %d", strings.ToUpper(owner), i), Task: models.Task{Owners: []string{owner}, DueDate: "2026-03-15"},
		})
	}
	return models.Minutes{Head: models.Head{Language: "cs"}, Steps: []models.StepMinutes{s}}
}
