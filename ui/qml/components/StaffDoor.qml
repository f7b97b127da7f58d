import QtQuick
import Anjungan

// The hidden way in for staff: the place's name held for three seconds, then, within ten, the clock.
// It takes no touch away from anything that lies above it, and nothing on the screen tells of it.
Item {
    id: door

    property rect place
    property rect clock
    readonly property real margin: 16 * Theme.u
    property double asked: 0

    anchors.fill: parent

    Item {
        x: door.place.x - door.margin
        y: door.place.y - door.margin
        width: door.place.width + 2 * door.margin
        height: door.place.height + 2 * door.margin

        TapHandler {
            objectName: "door.place"
            longPressThreshold: 3
            onLongPressed: door.asked = Date.now()
        }
    }
    Item {
        x: door.clock.x - door.margin
        y: door.clock.y - door.margin
        width: door.clock.width + 2 * door.margin
        height: door.clock.height + 2 * door.margin

        TapHandler {
            objectName: "door.clock"
            longPressThreshold: 3
            onLongPressed: {
                // The clock has been held for three of the seconds by now.
                if (Date.now() - door.asked < 13000)
                    Kiosk.send("staff");
                door.asked = 0;
            }
        }
    }
}
