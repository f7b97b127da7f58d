pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// How far the visit has come, as bars.
Row {
    id: bar

    property int step: 0
    property int total: 4

    spacing: 12 * Theme.u
    Accessible.ignored: true

    Repeater {
        model: bar.total

        Rectangle {
            required property int index

            width: (bar.width - (bar.total - 1) * bar.spacing) / bar.total
            height: (Theme.highContrast ? 18 : 12) * Theme.u
            radius: 6 * Theme.u
            color: index < bar.step ? Theme.stepDone : Theme.stepTodo
            border.width: Theme.highContrast && index >= bar.step ? 3 * Theme.u : 0
            border.color: Theme.onSky
        }
    }
}
