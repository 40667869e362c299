import Controller
import FoundationEssentials

extension Preflight {
    /// Why a clone's folder can not be made, in words for people; nil when they all can be.
    var folderProblem: FileProblem? {
        for repository in configuration.repositories {
            let path = RepositoryOpening.cacheDirectory(
                for: RepositoryOpening.absolute(repository.url), below: configuration.cacheDirectory)
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                return FileProblem(error)
            }
        }
        return nil
    }
}
