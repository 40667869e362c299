/// One line a kind, as in `AllKinds.swift`.
let allSamples: [KindSample] = []
