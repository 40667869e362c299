import Dispatch
import Foundation
import FuzzTargets
import Synchronization

/// libFuzzer's two entries. `NEAP_FUZZ_TARGET` names the target, without it the names of all are printed;
/// `NEAP_FUZZ_MODE` is `words` for its dictionary, `stretch` for long inputs, and otherwise libFuzzer goes on.
private let chosen = Mutex<FuzzTarget?>(nil)

@c(LLVMFuzzerInitialize)
public func initialize(
    _ count: UnsafeMutablePointer<CInt>?,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
    let settings = ProcessInfo.processInfo.environment
    guard let name = settings["NEAP_FUZZ_TARGET"] else {
        for target in FuzzTarget.all { print(target.name) }
        exit(0)
    }
    guard let target = FuzzTarget.named(name) else {
        print("no target is named \(name)")
        exit(64)
    }
    switch settings["NEAP_FUZZ_MODE"] {
    case "words":
        for word in target.words { print(entry(of: word)) }
        exit(0)
    case "stretch": exit(stretch(target))
    default: chosen.withLock { $0 = target }
    }
    return 0
}

@c(LLVMFuzzerTestOneInput)
public func takeOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target = chosen.withLock({ $0 }) else { return -1 }
    if let complaint = complaint(of: target, about: Array(UnsafeBufferPointer(start: start, count: count))) {
        // What is printed waits for a full buffer, which never comes.
        FileHandle.standardError.write(Data("== \(complaint)\n".utf8))
        abort()
    }
    return 0
}

/// libFuzzer calls from its own main loop, where nothing can be awaited.
private func complaint(of target: FuzzTarget, about bytes: [UInt8]) -> String? {
    let (done, result) = (DispatchSemaphore(value: 0), Result())
    Task {
        let complaint = await target.run(bytes)
        result.text.withLock { $0 = complaint }
        done.signal()
    }
    done.wait()
    return result.text.withLock { $0 }
}

private final class Result: Sendable {
    let text = Mutex<String?>(nil)
}

/// A line of a libFuzzer dictionary.
private func entry(of word: String) -> String {
    "\"" + word.utf8.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\""
}

/// Long inputs, the slowest told; 1 when one takes longer than `NEAP_FUZZ_SLOW` seconds (10).
private func stretch(_ target: FuzzTarget) -> CInt {
    let settings = ProcessInfo.processInfo.environment
    let limit = settings["NEAP_FUZZ_SLOW"].flatMap { Double($0) } ?? 10
    let size = settings["NEAP_FUZZ_SIZE"].flatMap { Int($0) } ?? 256 << 10
    var (count, slowest, failed) = (0, Duration.zero, false)
    for stretch in Stretch.all(of: target, size: size) {
        count += 1
        let began = ContinuousClock.now
        let complaint = complaint(of: target, about: stretch.bytes)
        let took = ContinuousClock.now - began
        if let complaint { print("== \(stretch.pattern) over and over: \(complaint)") }
        if took > .seconds(limit) { print("== \(stretch.pattern) over and over takes \(took)") }
        failed = failed || complaint != nil || took > .seconds(limit)
        if took > slowest {
            slowest = took
            print("\(target.name): \(size) bytes of \(stretch.pattern) take \(took)")
        }
    }
    print("\(target.name): \(count) long inputs, the slowest \(slowest)")
    return failed ? 1 : 0
}
