pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S09: the number. A ring on the last button shows how long it stays; any touch starts it anew.
KioskScreen {
    id: done

    readonly property bool large: Theme.textScale >= 1.5
    // Printing again has its own place where one is left, else one in the dock.
    readonly property bool docksReprint: !Theme.tall || below.y + below.height + 110 * Theme.u > contentBottom

    name: "S09"
    informed: false
    title: facts.title
    lead: facts.sub
    centred: true
    titleSize: 72
    titleTop: 188
    titleRest: 372
    clouds: "sky-done"
    cloudsTop: 64
    skyBottom: 1030

    Component {
        id: code

        QrCode {
            size: !Theme.tall ? 244 : Theme.textScale > 1 ? 264 : 296
            widening: Theme.tall ? 0 : 40
            text: done.facts.qr
            caption: Words.t["done.save"]
        }
    }

    TicketCard {
        id: card

        x: (parent.width - width) / 2
        y: Theme.tall ? done.ground - 628 * Theme.u : done.contentTop
        width: (Theme.tall ? 888 : 1000) * Theme.u
        height: implicitHeight
        ticket: done.facts
        numberSize: Theme.tall ? (done.large ? 170 : Theme.textScale > 1 ? 220 : 256) : done.large ? 150 : 182
        beside: Theme.tall ? null : code
    }

    Item {
        id: below

        x: Theme.tall ? 56 * Theme.u : done.margin
        y: card.y + card.height + (Theme.tall ? (done.large ? 28 : 57) : 18) * Theme.u
        width: parent.width - 2 * x
        height: Math.max(steps.height, paper.visible ? paper.height : 0)

        InfoSteps {
            id: steps

            y: paper.visible ? Math.max(0, (paper.height - height) / 2) : 0
            width: parent.width - (paper.visible ? paper.width + 20 * Theme.u : 0)
            side: Theme.tall ? 92 : 68
            gap: Theme.tall ? (done.large ? 18 : 30) : 12
            room: done.contentBottom - below.y
            steps: done.facts.steps
        }
        Card {
            id: paper

            anchors.right: parent.right
            width: Math.max(328 * Theme.u, inside.width + 24 * Theme.u)
            height: inside.height + 16 * Theme.u
            color: Theme.qrPaper
            visible: Theme.tall

            Loader {
                id: inside

                anchors.horizontalCenter: parent.horizontalCenter
                y: 8 * Theme.u
                active: Theme.tall
                sourceComponent: code
            }
        }
    }

    EdgeButton {
        objectName: "done.reprint"
        x: parent.width - width - 56 * Theme.u
        y: done.contentBottom - height + 6 * Theme.u
        width: Math.max(paper.width, implicitWidth)
        height: Math.max(100 * Theme.u, Theme.minTarget)
        radius: 30 * Theme.u
        labelSize: 34
        iconSize: 46
        icon: "printer"
        text: Words.t["done.reprint"]
        visible: done.facts.canReprint && !done.docksReprint
        onActivated: Kiosk.send("reprint")
    }

    Dock {
        gap: done.large ? 20 : 24

        EdgeButton {
            objectName: "done.more"
            Layout.preferredWidth: (!done.docksReprint || !done.facts.canReprint ? 429 : done.large ? 324 : 300) * Theme.u
            Layout.fillHeight: true
            icon: "plus"
            text: Words.t["done.more"]
            onActivated: Kiosk.send("more")
        }
        EdgeButton {
            objectName: "done.reprint"
            Layout.preferredWidth: (done.large ? 220 : 240) * Theme.u
            Layout.fillHeight: true
            icon: Theme.textScale > 1 ? "" : "printer"
            text: Words.t["done.reprint"]
            visible: done.facts.canReprint && done.docksReprint
            onActivated: Kiosk.send("reprint")
        }
        PrimaryButton {
            objectName: "done.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: Words.t["common.done"]
            badge: TimerRing {
                id: ring

                size: 92
                thickness: 9
                numberSize: 38
                seconds: done.facts.seconds
                total: done.facts.seconds
                running: done.current && !Kiosk.shell.dialog
                track: Qt.alpha(Theme.onAccent, 0.22)
                arc: Theme.onAccent
                ink: Theme.onAccent

                Connections {
                    target: Kiosk

                    function onSent() {
                        ring.restart();
                    }
                }
            }
            onActivated: Kiosk.send("done")
        }
    }
}
