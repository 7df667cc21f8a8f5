using System.Diagnostics;

namespace ImsAudit.Benchmarks.Rendering;

/// <summary>How long writing to a file took, and its bytes: in the file, allocated in all, and on the heap at most beyond what was there before.</summary>
internal sealed record Rendered(double Seconds, long Written, long Allocated, long Held)
{
    public static Rendered Of(Action<Stream> write)
    {
        var path = Path.GetTempFileName();
        try
        {
            using var file = new WatchedFile(path);
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var clock = Stopwatch.StartNew();
            write(file);
            file.Flush();
            return new Rendered(clock.Elapsed.TotalSeconds, file.Length, GC.GetTotalAllocatedBytes(precise: true) - allocated, file.Held);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Looks at the heap once every some megabytes that are written: what is live then, held output included.</summary>
    private sealed class WatchedFile(string path) : FileStream(path, FileMode.Create)
    {
        private const long Every = 4 << 20;
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
        private long _next = Every;

        public long Held { get; private set; }

        // A FileStream that is derived from brings spans here too.
        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            if (Position < _next) return;
            _next = Position + Every;
            Held = Math.Max(Held, GC.GetTotalMemory(forceFullCollection: false) - _before);
        }
    }
}
