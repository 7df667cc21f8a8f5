using DuckDB.NET.Data;

namespace ImsAudit.Benchmarks.Compare;

/// <summary>The 25 policies as one query of DuckDB, in a process of its own.</summary>
internal static class DuckDbCommand
{
    public static int Run(string input, string output)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SET threads = {Environment.ProcessorCount}; SET preserve_insertion_order = false; " + File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Compare", "findings.sql"))
            .Replace("$INPUT", $"'{input}'", StringComparison.Ordinal).Replace("$OUTPUT", $"'{output}'", StringComparison.Ordinal);
        command.ExecuteNonQuery();
        return 0;
    }
}
