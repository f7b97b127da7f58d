import QtQuick
import Anjungan

// A screen that waits for a code before the camera, with what to do beside it: `guide` is what
// InfoSteps shows. A refusal takes its place while the camera goes on looking; without a camera its
// message is all there is, or `blindText` where nothing was refused. Only the dock is left to
// whoever uses it.
KioskScreen {
    id: scan

    property var guide: []
    property bool numbered: false
    property string stressed
    property string blindText
    // Whether staff can be called from here.
    property bool helping: true
    readonly property bool large: Theme.textScale >= 1.5
    readonly property bool refused: facts.error !== null && facts.error !== undefined
    readonly property bool blind: !facts.camera
    // Codes are held to a hand scanner, and there is no camera whose pictures could be kept.
    readonly property bool drawn: facts.drawn === true
    readonly property real gap: (large ? 24 : 34) * Theme.u
    // The height left for the camera above steps and promise.
    readonly property real room: promise.y - gap - words.height - gap - finder.y

    title: facts.title
    clouds: "strip-a"
    cloudsTop: 600
    skyBottom: 866
    titleRest: 416
    informed: false

    Viewfinder {
        id: finder

        x: Theme.tall ? (parent.width - width) / 2 : scan.margin
        y: Theme.tall ? scan.ground - 426 * Theme.u : scan.contentTop
        width: Theme.tall ? Math.min(780 * Theme.u, height * 1.42) : (scan.large ? 440 : scan.refused ? 500 : 560) * Theme.u
        height: Theme.tall ? Math.max(340 * Theme.u, Math.min(600 * Theme.u, scan.room)) : promise.y - y - 20 * Theme.u
        drawn: scan.drawn
        mode: scan.refused ? "error" : scan.facts.pill.state
        text: scan.refused && scan.facts.pill.state === "looking" ? "" : scan.facts.pill.text
        visible: !scan.blind
    }

    Item {
        id: words

        x: Theme.tall ? scan.margin : finder.x + finder.width + 28 * Theme.u
        y: Theme.tall ? finder.y + finder.height + (promise.y - finder.y - finder.height - height) * 0.42 : finder.y + (finder.height - height) / 2
        width: parent.width - x - scan.margin
        height: refusal.visible ? refusal.height : steps.height
        visible: !scan.blind

        InfoSteps {
            id: steps

            x: Theme.tall ? 8 * Theme.u : 0
            width: parent.width - 2 * x
            numbered: scan.numbered
            side: Theme.tall ? (scan.numbered ? 72 : 92) : 64
            inset: Theme.tall ? 29 : 20
            gap: scan.large ? 18 : 24
            stressed: scan.stressed
            room: Theme.tall ? Infinity : promise.y - scan.contentTop - 20 * Theme.u
            steps: scan.guide
            visible: !refusal.visible
        }
        TroubleCard {
            id: refusal

            width: parent.width
            height: implicitHeight
            inline: Theme.tall
            key: scan.refused ? scan.facts.error.key : ""
            title: scan.refused ? scan.facts.error.title : ""
            text: scan.refused ? scan.facts.error.text : ""
            visible: scan.refused
        }
    }

    TroubleCard {
        x: (parent.width - width) / 2
        y: Theme.tall ? finder.y : scan.contentTop + Math.max(0, (scan.contentBottom - scan.contentTop - height) / 2)
        width: Math.min(888 * Theme.u, parent.width - 2 * scan.margin)
        height: implicitHeight
        raised: true
        centred: true
        titleSize: 50
        textSize: 41
        key: scan.refused ? refusal.key : "camera"
        title: scan.refused ? refusal.title : Words.t["err.camera.t"]
        text: scan.refused ? refusal.text : scan.blindText
        visible: scan.blind

        EdgeButton {
            objectName: "scan.staff"
            visible: scan.helping
            width: parent.width
            height: implicitHeight
            icon: "hand-stop"
            text: Words.t["help.call"]
            onActivated: Kiosk.send("callStaff")
        }
    }

    Rectangle {
        id: promise

        x: scan.margin + (Theme.tall ? 8 * Theme.u : 0)
        y: scan.contentBottom - height - (Theme.tall ? 46 * Theme.u : 0)
        width: parent.width - 2 * x
        height: Math.max(91 * Theme.u, said.implicitHeight + 28 * Theme.u)
        radius: 28 * Theme.u
        color: Theme.tonal
        border.width: Theme.highContrast ? 2 * Theme.u : 0
        border.color: Theme.hairline
        visible: !scan.blind && !scan.drawn
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
}
