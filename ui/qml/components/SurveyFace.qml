import QtQuick
import Anjungan

// One of the four answers to a survey question: `value` 1 (worst) to 4 (best) chooses mouth and
// colour. `row` lays it out as a line of a list, for large text.
Touchable {
    id: tile

    property int value: 1
    property string text
    property bool chosen: false
    property bool row: false
    property real textSize: 38
    property real faceSize: row ? Math.min(116, (height / Theme.u - 28)) : 140
    readonly property color tint: Theme.highContrast ? Theme.chosen : Theme.survey[value - 1]
    // Dark enough for the words that stand on the filled tile.
    readonly property color fill: Theme.highContrast ? Theme.chosen : Qt.darker(tint, 1.4)
    readonly property color writing: chosen ? Theme.highContrast ? Theme.onChosen : Theme.onSurvey : Theme.ink

    objectName: "face." + value
    label: text
    hint: value
    role: Accessible.RadioButton
    checked: chosen
    radius: 36 * Theme.u
    implicitWidth: (row ? 984 : 238) * Theme.u
    implicitHeight: Math.max(Theme.minTarget, (row ? 156 : 420) * Theme.u)

    Rectangle {
        anchors.fill: parent
        radius: tile.radius
        color: tile.chosen ? tile.fill : tile.pressed ? Theme.pressed : Theme.surface
        border.width: Theme.edgeWidth * Theme.u
        border.color: tile.chosen && Theme.name !== "night" ? tile.fill : Theme.edge
    }
    // The face: its disc turns white on the filled tile.
    Rectangle {
        id: disc

        x: tile.row ? 32 * Theme.u : (parent.width - width) / 2
        y: tile.row ? (parent.height - height) / 2 : 44 * Theme.u
        width: tile.faceSize * Theme.u
        height: width
        radius: width / 2
        color: Theme.highContrast ? "transparent" : tile.chosen ? Theme.onSurvey : tile.tint
        border.width: Theme.highContrast ? 5 * Theme.u : Theme.name === "night" && !tile.chosen ? 4 * Theme.u : 0
        border.color: Theme.highContrast ? tile.writing : Theme.onSurvey

        Icon {
            anchors.centerIn: parent
            name: "face-" + tile.value
            size: tile.faceSize
            color: Theme.highContrast ? tile.writing : tile.chosen ? tile.tint : Theme.onSurvey
        }
    }
    Txt {
        id: caption

        x: tile.row ? disc.x + disc.width + 36 * Theme.u : 14 * Theme.u
        y: tile.row ? 0 : disc.y + disc.height
        width: (tile.row ? number.x - 20 * Theme.u : parent.width - x) - x
        height: (tile.row ? parent.height : number.y) - y
        display: true
        size: tile.textSize
        line: 1.16
        color: tile.writing
        text: tile.text
        wrapMode: Text.WordWrap
        horizontalAlignment: tile.row ? Text.AlignLeft : Text.AlignHCenter
        Accessible.ignored: true
    }
    Txt {
        id: number

        x: tile.row ? parent.width - width - 44 * Theme.u : (parent.width - width) / 2
        y: tile.row ? (parent.height - height) / 2 : parent.height - height - 42 * Theme.u
        size: 34
        weight: Font.DemiBold
        color: tile.chosen ? tile.writing : Theme.ink2
        text: tile.value
        Accessible.ignored: true
    }
}
