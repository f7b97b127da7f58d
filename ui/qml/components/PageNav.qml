import QtQuick
import QtQuick.Layouts
import Anjungan

// Back, and the pages of a list: up, where one is, down. Buttons at the ends are disabled, never
// hidden. Where words do not fit the arrows stand alone.
Dock {
    id: nav

    property int page: 0
    property int pages: 1
    // Measured apart from the buttons, whose own width follows from the answer.
    readonly property real needed: words.advanceWidth + where.narrow + 476 * Theme.u
    readonly property bool terse: pages > 1 && needed > width

    signal turned(int step)

    gap: 16

    TextMetrics {
        id: words

        font.family: Theme.display
        font.weight: Font.Bold
        font.pixelSize: Math.max(40 * Theme.u * Theme.displayScale, Theme.displayFloor)
        text: Words.t["common.back"] + Words.t["list.up"] + Words.t["list.down"]
    }

    BackButton {
        id: back

        iconOnly: nav.terse || Theme.textScale >= 1.5
        Layout.preferredWidth: iconOnly ? 136 * Theme.u : implicitWidth - 20 * Theme.u
    }
    EdgeButton {
        id: up

        objectName: "page.up"
        Layout.preferredWidth: iconOnly ? 136 * Theme.u : implicitWidth - 20 * Theme.u
        Layout.fillHeight: true
        icon: "chevron-up"
        iconOnly: nav.terse
        text: Words.t["list.up"]
        hint: where.text
        enabled: nav.page > 0
        visible: nav.pages > 1
        onActivated: nav.turned(-1)
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true

        Txt {
            id: where

            readonly property real narrow: longest.advanceWidth + 8 * Theme.u

            anchors.fill: parent
            size: 34
            weight: Font.Medium
            line: 1.15
            text: Words.fill(Words.t["list.page"], {
                "n": nav.page + 1,
                "total": nav.pages
            })
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignHCenter
            visible: nav.pages > 1

            TextMetrics {
                id: longest

                font: where.font
                text: where.text.split(" ").reduce((a, b) => b.length > a.length ? b : a, "")
            }
        }
    }
    PrimaryButton {
        id: down

        objectName: "page.down"
        Layout.preferredWidth: implicitWidth
        Layout.fillHeight: true
        icon: "chevron-down"
        text: Words.t["list.down"]
        hint: where.text
        enabled: nav.page < nav.pages - 1
        visible: nav.pages > 1
        onActivated: nav.turned(1)
    }
}
