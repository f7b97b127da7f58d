"""What each screen shows: from a session state and its surroundings to plain values for QML.

Pure: same state, same view. Words arrive ready; QML only lays them out.
"""
