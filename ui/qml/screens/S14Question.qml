pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S14: one question of the survey and its four answers. One touch answers; the filled tile is seen
// for a moment before the next question comes. Large text turns the tiles into rows.
KioskScreen {
    id: question

    readonly property bool listed: Theme.textScale > 1
    readonly property real gap: Math.max((listed ? 18 : 16) * Theme.u, 3 * Theme.pxPerMm)
    readonly property real roof: contentTop + (Theme.tall ? 24 * Theme.u : 0)
    readonly property real promiseHeight: Math.max(56 * Theme.u, promise.implicitHeight)
    // What the answers may take, and one size of their words for all four.
    readonly property real room: contentBottom - roof - promiseHeight - 20 * Theme.u
    readonly property real lineHeight: Math.min((Theme.tall ? 168 : 150) * Theme.u, (room - 3 * gap) / 4)
    readonly property real widest: Math.max(...facts.faces.map(face => face.label.split(" ").reduce((most, word) => Math.max(most, ruler.advanceWidth(word)), 0))) / ruler.font.pixelSize
    readonly property real wordSize: listed ? 38 : Math.min(38, 204 / Math.max(0.1, widest) / Theme.displayScale)
    readonly property int at: facts.step

    name: "S14"
    personal: true
    title: facts.title
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    clouds: listed ? "strip-b" : "sky-tall"
    cloudsTop: listed ? 300 : -130
    skyBottom: listed ? 556 : 873
    titleSize: 76
    titleRest: 428
    informed: false
    onAtChanged: if (current)
        renew()

    FontMetrics {
        id: ruler

        font.family: Theme.display
        font.weight: Font.Bold
        font.pixelSize: 100
    }

    Grid {
        id: grid

        x: (parent.width - width) / 2
        y: question.roof + (Theme.tall || question.listed ? 0 : Math.max(0, (question.room - height) / 2))
        columns: question.listed ? 1 : 4
        spacing: question.gap

        Repeater {
            model: 4

            SurveyFace {
                required property int index
                readonly property var answer: question.facts.faces[index]

                width: question.listed ? question.width - 2 * question.margin : (1000 * Theme.u - 3 * question.gap) / 4
                height: question.listed ? question.lineHeight : Math.min(420 * Theme.u, question.room)
                row: question.listed
                textSize: question.wordSize
                value: answer.value
                text: answer.label
                chosen: answer.chosen
                onActivated: Kiosk.send("face", String(value))
            }
        }
    }

    Row {
        id: promise

        x: question.margin + 14 * Theme.u
        y: grid.y + grid.height + (Theme.tall && !question.listed ? 64 : Theme.tall ? 24 : 20) * Theme.u
        spacing: 20 * Theme.u
        Accessible.role: Accessible.StaticText
        Accessible.name: said.text

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "lock"
            size: 44
            color: Theme.ink2
        }
        Txt {
            id: said

            width: question.width - 2 * promise.x - 64 * Theme.u
            size: 36
            line: 1.2
            color: Theme.ink2
            text: question.facts.anon
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
    }

    Dock {
        BackButton {}
        EdgeButton {
            objectName: "survey.skip"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: Words.t["skm.skip"]
            onActivated: Kiosk.send("skip")
        }
        EdgeButton {
            objectName: "survey.end"
            Layout.preferredWidth: Math.max(249 * Theme.u, implicitWidth)
            Layout.fillHeight: true
            icon: "x"
            text: Words.t["skm.end"]
            onActivated: Kiosk.send("endSurvey")
        }
    }
}
