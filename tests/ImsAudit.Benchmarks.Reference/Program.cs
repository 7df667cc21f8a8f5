using ImsAudit.Benchmarks.Reference;

// reference INPUT OUTPUT: what imsaudit does for 25 policies, written by hand for exactly these.
using var input = new FileStream(args[0], FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
using var output = new FileStream(args[1], FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
var blocks = new Blocks(input);
var judges = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => (Judge: new Judge(), Block: new Block())).ToArray();
if (judges.Length == 1)
{
    while (blocks.Next(judges[0].Block)) Judged(judges[0].Judge, judges[0].Block, output);
    return;
}
// Each worker takes a block, judges it, and writes when those before it are written.
var (turn, gate) = (0, new object());
await Task.WhenAll(judges.Select(worker => Task.Run(() =>
{
    while (true)
    {
        int number;
        lock (blocks)
        {
            if (!blocks.Next(worker.Block)) return;
            number = blocks.Count - 1;
        }
        See(worker.Judge, worker.Block);
        lock (gate)
        {
            while (turn != number) Monitor.Wait(gate);
            output.Write(worker.Judge.Lines.Written);
            turn++;
            Monitor.PulseAll(gate);
        }
    }
})));

static void Judged(Judge judge, Block block, Stream output)
{
    See(judge, block);
    output.Write(judge.Lines.Written);
}

static void See(Judge judge, Block block)
{
    judge.Lines.Clear();
    var rest = block.Bytes.AsSpan(0, block.Length);
    while (rest.IndexOf((byte)'\n') is >= 0 and var end)
    {
        judge.See(rest[..end]);
        rest = rest[(end + 1)..];
    }
}
