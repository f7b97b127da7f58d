import QtQuick
import QtQuick.Layouts
import Anjungan

// S01: show the identity code to the camera, or go on without it. A refusal takes the place of the
// steps while the camera goes on looking; without a camera its message is all there is.
KioskScreen {
    id: identify

    readonly property bool large: Theme.textScale >= 1.5
    readonly property bool refused: facts.error !== null && facts.error !== undefined
    readonly property bool blind: !facts.camera
    readonly property real gap: (large ? 24 : 34) * Theme.u
    // The height left for the camera above steps and promise.
    readonly property real room: promise.y - gap - words.height - gap - finder.y

    name: "S01"
    title: facts.title
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    clouds: "strip-a"
    cloudsTop: 600
    skyBottom: 866
    titleRest: 416
    informed: false

    Viewfinder {
        id: finder

        x: Theme.tall ? (parent.width - width) / 2 : identify.margin
        y: Theme.tall ? identify.ground - 426 * Theme.u : identify.contentTop
        width: Theme.tall ? Math.min(780 * Theme.u, height * 1.42) : (identify.large ? 440 : identify.refused ? 500 : 560) * Theme.u
        height: Theme.tall ? Math.max(340 * Theme.u, Math.min(600 * Theme.u, identify.room)) : promise.y - y - 20 * Theme.u
        mode: identify.refused ? "error" : identify.facts.pill.state
        text: identify.refused && identify.facts.pill.state === "looking" ? "" : identify.facts.pill.text
        visible: !identify.blind
    }

    Item {
        id: words

        x: Theme.tall ? identify.margin : finder.x + finder.width + 28 * Theme.u
        y: Theme.tall ? finder.y + finder.height + (promise.y - finder.y - finder.height - height) * 0.42 : finder.y + (finder.height - height) / 2
        width: parent.width - x - identify.margin
        height: refusal.visible ? refusal.height : steps.height
        visible: !identify.blind

        InfoSteps {
            id: steps

            x: Theme.tall ? 8 * Theme.u : 0
            width: parent.width - 2 * x
            numbered: true
            side: Theme.tall ? 72 : 64
            inset: Theme.tall ? 29 : 20
            gap: identify.large ? 18 : 24
            stressed: "IKD"
            room: Theme.tall ? Infinity : promise.y - identify.contentTop - 20 * Theme.u
            steps: identify.facts.steps
            visible: !refusal.visible
        }
        TroubleCard {
            id: refusal

            width: parent.width
            height: implicitHeight
            inline: Theme.tall
            key: identify.refused ? identify.facts.error.key : ""
            title: identify.refused ? identify.facts.error.title : ""
            text: identify.refused ? identify.facts.error.text : ""
            visible: identify.refused
        }
    }

    TroubleCard {
        x: (parent.width - width) / 2
        y: Theme.tall ? finder.y : identify.contentTop + Math.max(0, (identify.contentBottom - identify.contentTop - height) / 2)
        width: Math.min(888 * Theme.u, parent.width - 2 * identify.margin)
        height: implicitHeight
        raised: true
        centred: true
        titleSize: 50
        textSize: 41
        key: refusal.key
        title: refusal.title
        text: refusal.text
        visible: identify.blind

        EdgeButton {
            objectName: "scan.staff"
            width: parent.width
            height: implicitHeight
            icon: "hand-stop"
            text: Words.t["help.call"]
            onActivated: Kiosk.send("callStaff")
        }
    }

    Rectangle {
        id: promise

        x: identify.margin + (Theme.tall ? 8 * Theme.u : 0)
        y: identify.contentBottom - height - (Theme.tall ? 46 * Theme.u : 0)
        width: parent.width - 2 * x
        height: Math.max(91 * Theme.u, said.implicitHeight + 28 * Theme.u)
        radius: 28 * Theme.u
        color: Theme.tonal
        border.width: Theme.highContrast ? 2 * Theme.u : 0
        border.color: Theme.hairline
        visible: !identify.blind
        Accessible.role: Accessible.StaticText
        Accessible.name: said.text

        Icon {
            id: shield

            x: 30 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            name: "shield-check"
            size: 48
            color: Theme.onTonal
        }
        Txt {
            id: said

            anchors {
                left: shield.right
                leftMargin: 18 * Theme.u
                right: parent.right
                rightMargin: 24 * Theme.u
                verticalCenter: parent.verticalCenter
            }
            size: 33
            line: 1.2
            color: Theme.onTonal
            text: Words.t["scan.privacy"]
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
    }

    Dock {
        BackButton {}
        EdgeButton {
            objectName: "scan.without"
            Layout.fillWidth: true
            Layout.fillHeight: true
            strong: true
            icon: "arrow-right"
            text: Words.t["scan.without"]
            onActivated: Kiosk.send("without")
        }
    }
}
