pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S10: no paper came, and the number is as good without it. The phone keeps it, or staff help.
KioskScreen {
    id: phone

    readonly property bool large: Theme.textScale >= 1.5
    readonly property real pad: (Theme.tall ? 48 : 40) * Theme.u

    // The longer line of the title, as a multiple of its size: both lines stay whole.
    readonly property real widest: Math.max(...title.split("\n").map(text => ruler.advanceWidth(text) / ruler.font.pixelSize))

    name: "S10"
    personal: true
    informed: false
    // The reason and the promise each on a line of their own.
    title: facts.title.replace(/([,;?]) /, "$1\n")
    // A narrow sky has no room for it beside large words; the steps say the same.
    lead: Theme.textScale >= 1.5 && Theme.skyWidth < 600 * Theme.u ? "" : facts.sub
    titleSize: Math.max(46, Math.min(72, 966 / Math.max(0.01, widest) / Theme.displayScale))
    titleTop: 184
    titleRest: 424
    clouds: "strip-b"
    cloudsTop: 410
    skyBottom: 656

    FontMetrics {
        id: ruler

        font.family: Theme.display
        font.weight: Font.ExtraBold
        font.pixelSize: 100
    }

    Rectangle {
        id: card

        x: phone.margin
        y: Theme.tall ? phone.ground - 129 * Theme.u : phone.contentTop
        width: parent.width - 2 * x
        height: Math.max(told.implicitHeight + (Theme.tall ? 88 : 48) * Theme.u, shown.implicitHeight + 12 * Theme.u)
        radius: 48 * Theme.u
        color: Theme.surface
        border.width: Theme.highContrast ? 2 * Theme.u : 0
        border.color: Theme.hairline

        Shadow {
            kind: "ticket"
        }
        Column {
            id: told

            x: phone.pad
            anchors.verticalCenter: parent.verticalCenter
            width: shown.x - x - 8 * Theme.u

            Txt {
                width: parent.width
                display: true
                size: 44
                line: 1.14
                text: unbroken(phone.facts.service)
                wrapMode: Text.WordWrap
            }
            TicketNumber {
                width: parent.width
                height: implicitHeight + (phone.large || !Theme.tall ? 10 : 30) * Theme.u
                size: phone.large ? 120 : 148
                centred: false
                label: phone.facts.label
            }
            Repeater {
                model: phone.facts.facts.slice(Math.max(0, phone.facts.facts.length - 2))

                Column {
                    id: fact

                    required property var modelData
                    required property int index

                    width: told.width
                    topPadding: (!Theme.tall ? 5 : index === 0 && !phone.large ? 34 : 12) * Theme.u
                    spacing: 3 * Theme.u
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData.label + ": " + modelData.value

                    Txt {
                        width: parent.width
                        size: 31
                        line: 1.15
                        color: Theme.ink2
                        text: fact.modelData.label
                        wrapMode: Text.WordWrap
                        Accessible.ignored: true
                    }
                    Txt {
                        width: parent.width
                        display: true
                        tabular: true
                        size: 41
                        line: 1.1
                        text: fact.modelData.value
                        wrapMode: Text.WordWrap
                        Accessible.ignored: true
                    }
                }
            }
        }
        QrCode {
            id: shown

            anchors.right: parent.right
            anchors.rightMargin: (Theme.tall ? 6 : 12) * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: implicitWidth
            height: implicitHeight
            radius: 42 * Theme.u
            size: Theme.tall ? (Theme.textScale > 1 ? 440 : 488) : phone.large ? 300 : 330
            widening: Theme.tall ? 0 : 110
            captionSize: Theme.tall ? 36 : 34
            text: phone.facts.qr
            caption: Words.t["paper.scan"]
        }
    }

    InfoSteps {
        x: Theme.tall ? 56 * Theme.u : phone.margin
        y: card.y + card.height + (Theme.tall ? (phone.large ? 36 : 64) : 24) * Theme.u
        width: parent.width - 2 * x
        side: Theme.tall ? (phone.large ? 84 : 96) : 68
        gap: Theme.tall ? (phone.large ? 18 : 26) : 12
        inset: 29
        room: phone.contentBottom - y
        steps: phone.facts.steps
    }

    Dock {
        EdgeButton {
            objectName: "paper.missed"
            Layout.preferredWidth: 419 * Theme.u
            Layout.fillHeight: true
            visible: phone.facts.asked
            icon: "printer"
            text: Words.t["common.no"]
            onActivated: Kiosk.send("paperMissed")
        }
        PrimaryButton {
            objectName: "paper.seen"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: phone.facts.asked
            inset: 40
            icon: "check"
            text: Words.t["common.yes"]
            onActivated: Kiosk.send("paperSeen")
        }
        EdgeButton {
            objectName: "paper.staff"
            Layout.preferredWidth: 419 * Theme.u
            Layout.fillHeight: true
            visible: !phone.facts.asked
            icon: "hand-stop"
            text: Words.t["paper.staff"]
            enabled: !phone.facts.staffCalled
            onActivated: Kiosk.send("callStaff")
        }
        PrimaryButton {
            objectName: "paper.saved"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !phone.facts.asked
            inset: 40
            icon: "check"
            text: Words.t["paper.saved"]
            onActivated: Kiosk.send("saved")
        }
    }
}
