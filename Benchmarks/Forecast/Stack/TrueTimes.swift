import Simulation

/// How long things take in a world of the benchmark: drawn by the world, unknown to the forecast.
enum TrueTimes {
    static func draw(_ chance: inout Chance) -> Physics {
        var physics = Physics()
        physics.instanceLaunch = chance.spread(14, 42)
        physics.agentRegistration = chance.spread(28, 85)
        physics.instanceShutdown = chance.spread(10, 45)
        physics.imagePull = chance.spread(1.5, 30)
        physics.containerStart = chance.spread(0.5, 4)
        physics.applicationReady = chance.spread(1, 24)
        physics.containerStop = chance.spread(0.5, 18)
        physics.targetRegistration = chance.spread(0.8, 6)
        physics.schedulerQuantum = chance.spread(1, 2)
        return physics
    }
}
