import QtQuick
import Anjungan

// A ticket's label such as K 027: a thin gap instead of a space, and never wider than the item.
// Labels of the kiosk's own series are longer, so they are set smaller.
Item {
    id: number

    property string label
    property real size: 256
    property bool centred: true
    readonly property var parts: label.split(" ")
    // Share of the type size: the gap, and the height that figures and their air need.
    readonly property real gap: 0.12
    readonly property real fit: Math.min(size, width / Theme.u / Math.max(0.1, (first.advanceWidth + second.advanceWidth) / 100 / Theme.u + gap))

    implicitHeight: 0.86 * size * Theme.u
    implicitWidth: row.width
    Accessible.role: Accessible.StaticText
    Accessible.name: label

    TextMetrics {
        id: first

        font: head.measured
        text: number.parts[0]
    }
    TextMetrics {
        id: second

        font: head.measured
        text: number.parts[1] ?? ""
    }

    Row {
        id: row

        x: number.centred ? (parent.width - width) / 2 : -0.04 * head.px
        anchors.verticalCenter: parent.verticalCenter
        spacing: number.gap * head.px

        Txt {
            id: head

            readonly property font measured: Qt.font({
                "family": Theme.display,
                "weight": Font.ExtraBold,
                "pixelSize": Math.round(100 * Theme.u),
                "features": {
                    "tnum": 1
                }
            })

            display: true
            tabular: true
            weight: Font.ExtraBold
            grow: 1
            size: number.fit
            text: number.parts[0]
            Accessible.ignored: true
        }
        Txt {
            display: true
            tabular: true
            weight: Font.ExtraBold
            grow: 1
            size: number.fit
            text: number.parts[1] ?? ""
            visible: text !== ""
            Accessible.ignored: true
        }
    }
}
