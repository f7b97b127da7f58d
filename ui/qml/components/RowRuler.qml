import QtQuick
import Anjungan

// How high rows must be so that the longest name of `items` fits: all rows of a list are alike.
Item {
    id: ruler

    property var items: []
    property real rowWidth: 0
    property var longest: items.reduce((a, b) => b.name.length > a.name.length ? b : a, {
        "name": "",
        "sub": "",
        "icon": ""
    })

    height: row.implicitHeight
    visible: false

    ListRow {
        id: row

        width: ruler.rowWidth
        icon: ruler.longest.icon
        name: ruler.longest.name
        sub: ruler.longest.sub ?? "x"
    }
}
