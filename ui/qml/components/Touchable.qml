pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// The one touch behaviour. The TouchRouter of the window finds it, sets `pressed` while the first
// finger is on it, and calls `act` when that finger lifts inside. The KeyWalk of the window sets
// `aimed` while the keys are on it, and calls `act` for Enter and Space.
Item {
    id: touchable

    // What assistive technology and the voice say for it.
    property string label
    property string hint
    property int role: Accessible.Button
    property bool checked: false
    property real radius: 36 * Theme.u
    // Set false where shrinking looks wrong, such as on a whole screen.
    property bool shrinks: true
    property bool pressed: false
    property bool aimed: false
    // A key of a keyboard: it is heard when it acts.
    property bool ticks: false
    readonly property bool touchTarget: true
    default property alias content: face.data
    readonly property alias face: face

    signal activated

    function act() {
        if (!enabled || !visible)
            return;
        if (ticks)
            Kiosk.tick();
        activated();
    }

    activeFocusOnTab: true
    // What keys do not reach is ground that may be touched anywhere: there is nothing to read of it.
    Accessible.ignored: !activeFocusOnTab
    Accessible.role: role
    Accessible.name: label
    Accessible.description: hint
    Accessible.focusable: true
    Accessible.pressed: pressed
    Accessible.checked: checked
    Accessible.checkable: role === Accessible.CheckBox || role === Accessible.RadioButton
    Accessible.onPressAction: act()

    Item {
        id: face

        anchors.fill: parent
        scale: touchable.pressed && touchable.shrinks && !Theme.reduceMotion ? 0.98 : 1

        Behavior on scale {
            NumberAnimation {
                duration: Theme.pressMs
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: touchable.aimed && Theme.focusShown
        sourceComponent: FocusRing {
            radius: touchable.radius
        }
    }
}
