pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// What every screen is: a title and clouds for the sky, and content for the panel. Its own
// rectangle is the panel; content lies between `contentTop` and `contentBottom`.
FocusScope {
    id: screen

    // The name of the state that shows it, such as "S02".
    required property string name

    // Words in the sky.
    property string title
    property string eyebrow
    property string lead
    property int step: 0
    property int total: 4
    property bool centred: false
    property bool attract: false
    property real titleSize: 66
    property real titleTop: 190
    // Something under the title, on the sky.
    property Component skyExtra: null
    property bool extraWide: true

    // The sky of the tall layout, in design units: which clouds, where they and the ground begin,
    // and where the words end before they push the content down.
    property string clouds: "strip-b"
    property real cloudsTop: 230
    property real skyBottom: 486
    property real titleRest: 336

    // Set by Main: whether it is the one shown, where the sky ends in the tall layout, and what
    // the bridge says. A hidden screen keeps its last facts, so nothing flickers.
    required property var facts
    property bool current: false
    property real ground: 0

    // True where the facts tell of the visitor: unloaded when the visit is over. The others are
    // filled anew, so that they come up at once.
    property bool personal: false

    // False on screens without a dock, without the toolbar, or without room for a banner.
    property bool docked: true
    property bool equipped: true
    property bool informed: true
    // True where the sky fills the whole window, behind the panel too.
    property bool celestial: false

    readonly property real margin: (Theme.tall ? 48 : 40) * Theme.u
    readonly property real contentTop: Theme.tall ? ground : 36 * Theme.u
    readonly property real dockTop: height - (Theme.tall ? 172 : 166) * Theme.u - Math.max(136 * Theme.u, Theme.minTarget)
    readonly property real contentBottom: docked ? dockTop - 22 * Theme.u : height - 160 * Theme.u
    default property alias content: body.data

    function enter() {
        slide.restart();
        forceActiveFocus();
    }

    // The same screen with another question: it enters like a new one, and no touch falls through.
    function renew() {
        enter();
        settling.restart();
    }

    visible: current
    enabled: current

    onCurrentChanged: if (current)
        enter()

    Item {
        id: body

        width: parent.width
        height: parent.height
        transform: Translate {
            id: shift
        }
    }

    Item {
        readonly property bool solid: true

        anchors.fill: parent
        visible: settling.running
    }
    Timer {
        id: settling

        interval: Theme.newScreenMs
    }

    ParallelAnimation {
        id: slide

        NumberAnimation {
            target: shift
            property: "y"
            from: Theme.enterMs > 0 ? 24 * Theme.u : 0
            to: 0
            duration: Theme.enterMs
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: body
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.fadeMs
            easing.type: Easing.OutCubic
        }
    }
}
