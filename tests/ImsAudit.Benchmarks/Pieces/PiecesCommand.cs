using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ImsAudit.Benchmarks.Pieces;

/// <summary><c>pieces</c>: BenchmarkDotNet over the parts, within this process, since the repository's own build is not BenchmarkDotNet's to repeat.</summary>
internal static class PiecesCommand
{
    public static void Run() => BenchmarkRunner.Run<ImagePieces>(
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "imsaudit-pieces")));
}
