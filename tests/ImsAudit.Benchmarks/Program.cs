using ImsAudit.Benchmarks.Compare;
using ImsAudit.Benchmarks.Estates;

return args switch
{
    ["compare", .. var options] => await CompareCommand.RunAsync(CompareOptions.Read(options)),
    ["duckdb", var input, var output] => DuckDbCommand.Run(input, output),
    ["estate", var images, var output] => Generate(int.Parse(images), output),
    _ => Usage(),
};

static int Generate(int images, string output)
{
    GeneratedEstate.Write(output, images, CompareOptions.Seed);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        compare [--images N]... [--rounds N] [--native FOLDER] [--cores N]... [--most RATIO] [--no-jq] [--no-duckdb]
            the same findings by imsaudit, a program written by hand, DuckDB and jq; FOLDER holds native binaries "imsaudit" and "reference"
        estate N FILE
            an estate of N images
        """);
    return 2;
}
