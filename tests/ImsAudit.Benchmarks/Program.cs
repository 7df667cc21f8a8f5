using ImsAudit.Benchmarks;
using ImsAudit.Benchmarks.Compare;
using ImsAudit.Benchmarks.Estates;
using ImsAudit.Benchmarks.Histories;

if (args is ["history", .. var history])
{
    await HistoryCommand.RunAsync(history, Console.Out);
    return 0;
}
if (args is ["compare", .. var compare]) return await CompareCommand.RunAsync(CompareOptions.Read(compare));
if (args is ["duckdb", var input, var output]) return DuckDbCommand.Run(input, output);
if (args is ["estate", var images, var file])
{
    GeneratedEstate.Write(file, int.Parse(images), CompareOptions.Seed);
    return 0;
}
if (BenchmarkOptions.Parse(args, out var mistake) is not { } options)
{
    await Console.Error.WriteLineAsync(mistake);
    return 2;
}
switch (options.Command)
{
    case "collect":
        await CollectCommand.RunAsync(options, Console.Out, Console.Error);
        return 0;
    case "serve":
        await ServeCommand.RunAsync(options, Console.Out, Console.In);
        return 0;
    default:
        await Console.Error.WriteLineAsync($"There is no benchmark \"{options.Command}\". {BenchmarkOptions.Usage}");
        return 2;
}
