import QtQuick
import Anjungan

// A QR code with its quiet zone and a caption, dark on white in every theme. A code too dense for
// `size` grows past it: smaller modules would not be read.
Rectangle {
    id: code

    property string text
    property real size: 244
    property string caption
    property real captionSize: 34
    // How far the caption may be wider than the code.
    property real widening: 0
    readonly property real side: Math.max(size * Theme.u, drawing.implicitWidth)

    implicitWidth: side + widening * Theme.u
    implicitHeight: words.visible ? words.y + words.height + 14 * Theme.u : side
    radius: 24 * Theme.u
    color: Theme.qrPaper
    Accessible.role: Accessible.Graphic
    Accessible.name: caption

    Image {
        id: drawing

        x: (parent.width - width) / 2
        y: (code.side - height) / 2
        width: implicitWidth
        height: implicitHeight
        sourceSize.width: Math.round(code.size * Theme.u)
        source: code.text === "" ? "" : "image://qr/" + encodeURIComponent(code.text)
        smooth: false
        cache: false
    }
    Txt {
        id: words

        x: 16 * Theme.u
        y: drawing.y + drawing.height - 5 * Theme.u
        width: parent.width - 2 * x
        size: code.captionSize
        line: 1.15
        weight: Font.Bold
        color: Theme.qrInk
        text: code.caption
        wrapMode: Text.WordWrap
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
        Accessible.ignored: true
    }
}
