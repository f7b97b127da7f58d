import QtQuick
import Anjungan

// A setting to switch on or off: the whole row switches, the words say which it is.
EdgeButton {
    id: row

    property bool on: false

    leading: true
    warm: true
    role: Accessible.CheckBox
    checked: on
    labelSize: 38

    Toggle {
        anchors.right: parent.right
        anchors.rightMargin: 38 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        on: row.on
    }
}
