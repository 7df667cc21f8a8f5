using ImsAudit.Conditions;
using ImsAudit.Values;

namespace ImsAudit.Tests.Conditions;

/// <summary>The language's table of operators, row by row: operator and operand, value, truth.</summary>
public class OperatorTests
{
    public static TheoryData<string, string, Truth> Rows => new()
    {
        { "\"exists\": true", "\"\"", Truth.True },
        { "\"exists\": true", "null", Truth.False },
        { "\"exists\": false", "null", Truth.True },
        { "\"exists\": false", "[]", Truth.False },
        { "\"exists\": { \"param\": \"flag\" }", "0", Truth.True },

        // Found by the naive evaluator.
        { "\"in\": []", "[]", Truth.Unknown },
        { "\"notIn\": { \"list\": \"none\" }", "{}", Truth.Unknown },
        { "\"containsAll\": []", "{}", Truth.Unknown },
        { "\"containsAny\": []", "{\"a\":1}", Truth.Unknown },
        { "\"between\": [{ \"field\": \"other\" }, 4]", "5", Truth.Unknown },
        { "\"between\": [{ \"field\": \"none\" }, 4]", "\"?\"", Truth.False },
        { "\"count\": { \"atLeast\": { \"field\": \"none\" } }", "\"?\"", Truth.False },
        { "\"like\": \"\\ud801\\udc00\"", "\"\\ud801\\udc28\"", Truth.True },
        { "\"listedIn\": \"os\", \"caseSensitive\": true", "\"centos 7\"", Truth.False },
        { "\"pastEndOfLife\": { \"table\": \"os\" }, \"caseSensitive\": true", "\"centos 7\"", Truth.False },
        { "\"newerThan\": \"99999999999w\"", "\"0001-01-01T00:00:00Z\"", Truth.True },

        { "\"empty\": true", "\"\"", Truth.True },
        { "\"empty\": true", "\" \\t\\u00a0\"", Truth.True },
        { "\"empty\": true", "null", Truth.True },
        { "\"empty\": true", "[ ]", Truth.True },
        { "\"empty\": true", "{ }", Truth.True },
        { "\"empty\": true", "0", Truth.False },
        { "\"empty\": true", "false", Truth.False },
        { "\"empty\": true", "[null]", Truth.False },
        { "\"empty\": false", "\"a\"", Truth.True },
        { "\"empty\": false", "\"\"", Truth.False },

        { "\"equals\": \"Uefi\"", "\"uEFI\"", Truth.True },
        { "\"equals\": \"Uefi\", \"caseSensitive\": true", "\"uefi\"", Truth.False },
        { "\"equals\": \"5\"", "5", Truth.True },
        { "\"equals\": \"5\"", "5.0", Truth.False },
        { "\"equals\": \"true\"", "true", Truth.True },
        { "\"equals\": \"a\"", "[\"a\"]", Truth.Unknown },
        { "\"equals\": \"a\"", "{}", Truth.Unknown },
        { "\"equals\": true", "\"True\"", Truth.True },
        { "\"equals\": true", "\"FALSE\"", Truth.False },
        { "\"equals\": true", "\"yes\"", Truth.Unknown },
        { "\"equals\": true", "\"\"", Truth.Unknown },
        { "\"equals\": true", "1", Truth.Unknown },
        { "\"equals\": 40", "\"40\"", Truth.True },
        { "\"equals\": 40", "40.0", Truth.True },
        { "\"equals\": 40", "\"4e1\"", Truth.True },
        { "\"equals\": 40", "\"forty\"", Truth.Unknown },
        { "\"equals\": 40", "true", Truth.Unknown },
        { "\"equals\": 0", "1e-30", Truth.False },
        { "\"equals\": 9056976896", "\"9056976896\"", Truth.True },
        { "\"equals\": 12345678901234567890123456789012345", "12345678901234567890123456789012345", Truth.True },
        { "\"equals\": { \"field\": \"other\" }", "\"X\"", Truth.True },
        { "\"equals\": { \"field\": \"number\" }", "\"5\"", Truth.True },
        { "\"equals\": { \"field\": \"nowhere\" }", "\"5\"", Truth.False },
        { "\"notEquals\": { \"field\": \"nowhere\" }", "\"5\"", Truth.True },
        { "\"equals\": { \"param\": \"text\" }", "\"x\"", Truth.True },
        { "\"notEquals\": \"a\"", "\"b\"", Truth.True },
        { "\"notEquals\": true", "\"maybe\"", Truth.Unknown },

        { "\"in\": [\"a\", \"b\"]", "\"B\"", Truth.True },
        { "\"in\": [\"a\", \"b\"]", "\"c\"", Truth.False },
        { "\"in\": [true, \"b\"]", "\"c\"", Truth.Unknown },
        { "\"in\": [true, \"b\"]", "\"b\"", Truth.True },
        { "\"in\": []", "\"b\"", Truth.False },
        { "\"in\": [{ \"param\": \"text\" }, \"b\"]", "\"x\"", Truth.True },
        { "\"in\": { \"list\": \"keys\" }", "\"5\"", Truth.True },
        { "\"in\": { \"list\": \"none\" }", "\"5\"", Truth.False },
        { "\"in\": { \"param\": \"items\" }", "\"X\"", Truth.True },
        { "\"notIn\": [\"a\"]", "\"b\"", Truth.True },
        { "\"notIn\": [\"a\"]", "[\"b\"]", Truth.Unknown },

        { "\"contains\": \"hss\"", "[\"ces\", \"HSS\"]", Truth.True },
        { "\"contains\": \"hss\"", "[\"hss2\"]", Truth.False },
        { "\"contains\": \"hss\"", "[]", Truth.False },
        { "\"contains\": \"hss\"", "\"a HSS b\"", Truth.True },
        { "\"contains\": \"a\"", "[[\"a\"]]", Truth.Unknown },
        { "\"contains\": \"a\"", "[null, \"a\"]", Truth.True },
        { "\"contains\": \"a\"", "{}", Truth.Unknown },
        { "\"contains\": 5", "[\"5\"]", Truth.True },
        { "\"contains\": 5", "[\"x\"]", Truth.Unknown },
        { "\"contains\": 5", "\"1.5\"", Truth.True },
        { "\"contains\": \"5\"", "152", Truth.True },
        { "\"notContains\": \"hss\"", "\"none\"", Truth.True },

        { "\"containsAll\": [\"a\", \"b\"]", "[\"B\", \"A\", \"c\"]", Truth.True },
        { "\"containsAll\": [\"a\", \"b\"]", "[\"a\"]", Truth.False },
        { "\"containsAll\": []", "[\"a\"]", Truth.True },
        { "\"containsAll\": [\"a\", \"b\"]", "\"ab\"", Truth.True },
        { "\"containsAny\": [\"a\", \"b\"]", "[\"b\"]", Truth.True },
        { "\"containsAny\": [\"a\", \"b\"]", "[\"c\"]", Truth.False },
        { "\"containsAny\": { \"list\": \"keys\" }", "[\"x\"]", Truth.True },
        { "\"containsAny\": [\"a\"]", "{}", Truth.Unknown },

        { "\"startsWith\": \"Cent\"", "\"centOS\"", Truth.True },
        { "\"startsWith\": \"Cent\", \"caseSensitive\": true", "\"centOS\"", Truth.False },
        { "\"startsWith\": \"1\"", "15", Truth.True },
        { "\"startsWith\": \"a\"", "[\"a\"]", Truth.Unknown },
        { "\"endsWith\": \"BIT\"", "\"64bit\"", Truth.True },
        { "\"endsWith\": \"x\"", "\"64bit\"", Truth.False },
        { "\"endsWith\": { \"field\": \"number\" }", "\"v5\"", Truth.True },

        { "\"like\": \"CentOS 7*\"", "\"centos 7.6 64bit\"", Truth.True },
        { "\"like\": \"CentOS 7\"", "\"CentOS 7.6\"", Truth.False },
        { "\"like\": \"*7.?*\"", "\"CentOS 7.6 64bit\"", Truth.True },
        { "\"like\": \"?\"", "\"😀\"", Truth.True },
        { "\"like\": \"*\"", "\"\"", Truth.True },
        { "\"like\": \"?\"", "\"\"", Truth.False },
        { "\"like\": \"a*b*c\"", "\"aXbXbXc\"", Truth.True },
        { "\"like\": \"[a]\"", "\"[a]\"", Truth.True },
        { "\"like\": \"true\"", "true", Truth.True },
        { "\"like\": \"a\", \"caseSensitive\": true", "\"A\"", Truth.False },
        { "\"notLike\": \"a*\"", "\"b\"", Truth.True },
        { "\"notLike\": \"a*\"", "{}", Truth.Unknown },

        { "\"matches\": \"o+s\"", "\"CentOS\"", Truth.True },
        { "\"matches\": \"o+n\"", "\"CentOS\"", Truth.False },
        { "\"matches\": \"^cent\"", "\"CentOS\"", Truth.True },
        { "\"matches\": \"^cent\", \"caseSensitive\": true", "\"CentOS\"", Truth.False },
        { "\"matches\": \"^\"", "[]", Truth.Unknown },
        { "\"matches\": { \"field\": \"other\" }", "\"axb\"", Truth.True },
        { "\"notMatches\": \"^a\"", "\"b\"", Truth.True },

        { "\"greaterThan\": 5", "\"6\"", Truth.True },
        { "\"greaterThan\": 5", "5", Truth.False },
        { "\"atLeast\": 5", "5", Truth.True },
        { "\"atLeast\": 5", "\"\"", Truth.Unknown },
        { "\"lessThan\": 5", "4.999", Truth.True },
        { "\"lessThan\": 5", "5", Truth.False },
        { "\"atMost\": 5", "\"5\"", Truth.True },
        { "\"atMost\": { \"field\": \"number\" }", "6", Truth.False },
        { "\"atMost\": { \"field\": \"other\" }", "6", Truth.Unknown },
        { "\"atMost\": 5", "true", Truth.Unknown },
        { "\"atMost\": 5", "[1]", Truth.Unknown },
        { "\"between\": [40, 1024]", "40", Truth.True },
        { "\"between\": [40, 1024]", "\"1024\"", Truth.True },
        { "\"between\": [40, 1024]", "39", Truth.False },
        { "\"between\": [{ \"param\": \"number\" }, { \"field\": \"number\" }]", "5", Truth.True },
        { "\"between\": [40, 1024]", "\"x\"", Truth.Unknown },

        { "\"before\": \"2018-09-07\"", "\"2018-09-06T23:59:59.999Z\"", Truth.True },
        { "\"before\": \"2018-09-07\"", "\"2018-09-07 00:00:00\"", Truth.False },
        { "\"before\": \"2018-09-07\"", "\"2018-09-06\"", Truth.Unknown },
        { "\"before\": \"2018-09-07\"", "\"2018-09-06T14:03:27+08:00\"", Truth.Unknown },
        { "\"before\": \"2018-09-07\"", "\"2018-09-06T14:03:27\"", Truth.Unknown },
        { "\"before\": \"2018-09-07\"", "1536242607", Truth.Unknown },
        { "\"after\": \"2018-09-06T14:03:27Z\"", "\"2018-09-06T14:03:27.000001Z\"", Truth.True },
        { "\"after\": \"2018-09-06T14:03:27Z\"", "\"2018-09-06T14:03:27Z\"", Truth.False },

        { "\"olderThan\": \"90d\"", "\"2025-10-02T23:59:59Z\"", Truth.True },
        { "\"olderThan\": \"90d\"", "\"2025-10-03T00:00:00Z\"", Truth.False },
        { "\"newerThan\": \"90d\"", "\"2025-10-03T00:00:00Z\"", Truth.False },
        { "\"newerThan\": \"P90D\"", "\"2025-10-03T00:00:01Z\"", Truth.True },
        { "\"newerThan\": \"PT36H\"", "\"2025-12-30T12:00:01Z\"", Truth.True },
        { "\"newerThan\": \"P1DT12H\"", "\"2025-12-30T12:00:00Z\"", Truth.False },
        { "\"olderThan\": { \"param\": \"age\" }", "\"2020-01-01T00:00:00Z\"", Truth.True },
        { "\"olderThan\": \"99999999d\"", "\"2020-01-01T00:00:00Z\"", Truth.False },
        { "\"olderThan\": \"90d\"", "\"yesterday\"", Truth.Unknown },
        { "\"olderThan\": \"90d\"", "\"\"", Truth.Unknown },

        { "\"versionAtLeast\": \"7.6\"", "\"CentOS 7.6 64bit\"", Truth.True },
        { "\"versionAtLeast\": \"7.6\"", "\"CentOS 7.10\"", Truth.True },
        { "\"versionAtLeast\": \"7.6.0\"", "\"7.6\"", Truth.True },
        { "\"versionAtLeast\": \"7.6\"", "\"7\"", Truth.False },
        { "\"versionAtLeast\": \"7.6\"", "\"none\"", Truth.Unknown },
        { "\"versionAtLeast\": \"7\"", "7.1", Truth.True },
        { "\"versionBelow\": \"7.6\"", "\"CentOS 007.05\"", Truth.True },
        { "\"versionBelow\": \"7.6\"", "\"7.6\"", Truth.False },
        { "\"versionBelow\": \"99999999999999999999999\"", "\"99999999999999999999998\"", Truth.True },

        { "\"count\": 2", "[1, 2]", Truth.True },
        { "\"count\": { \"atLeast\": 3 }", "[1, 2]", Truth.False },
        { "\"count\": { \"atMost\": { \"param\": \"number\" } }", "[1, 2]", Truth.True },
        { "\"count\": { \"greaterThan\": 1 }", "[1, 2]", Truth.True },
        { "\"count\": { \"lessThan\": 2 }", "[1, 2]", Truth.False },
        { "\"count\": { \"equals\": 0 }", "[]", Truth.True },
        { "\"count\": { \"field\": \"number\" }", "[1,2,3,4,5]", Truth.True },
        { "\"count\": 1", "\"a,b\"", Truth.Unknown },
        { "\"count\": 1", "{}", Truth.Unknown },

        { "\"anyItem\": { \"startsWith\": \"a\" }", "[\"b\", \"ab\"]", Truth.True },
        { "\"anyItem\": { \"startsWith\": \"a\" }", "[]", Truth.False },
        { "\"anyItem\": { \"atLeast\": 5 }", "[\"b\", 6]", Truth.True },
        { "\"anyItem\": { \"atLeast\": 5 }", "[\"b\", 4]", Truth.Unknown },
        { "\"anyItem\": { \"equals\": \"A\", \"caseSensitive\": true }", "[\"a\"]", Truth.False },
        { "\"anyItem\": { \"exists\": false }", "[null]", Truth.True },
        { "\"everyItem\": { \"notEquals\": \"a\" }", "[\"b\", \"c\"]", Truth.True },
        { "\"everyItem\": { \"notEquals\": \"a\" }", "[\"b\", \"A\"]", Truth.False },
        { "\"everyItem\": { \"equals\": \"a\" }", "[]", Truth.True },
        { "\"everyItem\": { \"equals\": \"a\" }", "\"a\"", Truth.Unknown },
        { "\"everyItem\": { \"equals\": \"a\" }", "{}", Truth.Unknown },

        { "\"pastEndOfLife\": { \"table\": \"os\" }", "\"CentOS 7.6\"", Truth.True },
        { "\"pastEndOfLife\": { \"table\": \"os\" }", "\"CentOS 8.0\"", Truth.False },
        { "\"pastEndOfLife\": { \"table\": \"os\" }", "\"Edge\"", Truth.True },
        { "\"pastEndOfLife\": { \"table\": \"os\" }", "\"Soon\"", Truth.False },
        { "\"pastEndOfLife\": { \"table\": \"os\", \"within\": \"30d\" }", "\"Soon\"", Truth.True },
        { "\"pastEndOfLife\": { \"table\": \"os\", \"within\": \"29d\" }", "\"Soon\"", Truth.False },
        { "\"pastEndOfLife\": { \"table\": \"os\", \"within\": { \"param\": \"age\" } }", "\"Soon\"", Truth.True },
        { "\"pastEndOfLife\": { \"table\": \"os\" }", "\"Never\"", Truth.False },
        { "\"pastEndOfLife\": { \"table\": \"os\" }", "\"BeOS\"", Truth.False },
        { "\"pastEndOfLife\": { \"table\": \"os\" }", "[\"CentOS 7\"]", Truth.Unknown },
        { "\"listedIn\": \"os\"", "\"centos 9\"", Truth.True },
        { "\"listedIn\": \"os\"", "\"BeOS\"", Truth.False },
        { "\"listedIn\": \"os\"", "{}", Truth.Unknown },

        // Nobody knows the estate here; EstateTests tell the rest.
        { "\"refersTo\": {}", "\"i-1\"", Truth.Unknown },
    };

    /// <summary>A leaf on a missing field is false, but for these.</summary>
    public static TheoryData<string, Truth> MissingRows => new()
    {
        { "\"exists\": true", Truth.False },
        { "\"exists\": false", Truth.True },
        { "\"empty\": true", Truth.True },
        { "\"empty\": false", Truth.False },
        { "\"count\": 0", Truth.True },
        { "\"count\": { \"atLeast\": 1 }", Truth.False },
        { "\"notEquals\": \"a\"", Truth.True },
        { "\"notIn\": [\"a\"]", Truth.True },
        { "\"notContains\": \"a\"", Truth.True },
        { "\"notLike\": \"a\"", Truth.True },
        { "\"notMatches\": \"a\"", Truth.True },
        { "\"equals\": \"\"", Truth.False },
        { "\"in\": [\"a\"]", Truth.False },
        { "\"contains\": \"a\"", Truth.False },
        { "\"containsAll\": []", Truth.False },
        { "\"containsAny\": [\"a\"]", Truth.False },
        { "\"startsWith\": \"\"", Truth.False },
        { "\"endsWith\": \"\"", Truth.False },
        { "\"like\": \"*\"", Truth.False },
        { "\"matches\": \"\"", Truth.False },
        { "\"greaterThan\": 0", Truth.False },
        { "\"atLeast\": 0", Truth.False },
        { "\"lessThan\": 1", Truth.False },
        { "\"atMost\": 1", Truth.False },
        { "\"between\": [0, 1]", Truth.False },
        { "\"before\": \"2030-01-01\"", Truth.False },
        { "\"after\": \"2000-01-01\"", Truth.False },
        { "\"olderThan\": \"1d\"", Truth.False },
        { "\"newerThan\": \"1d\"", Truth.False },
        { "\"versionAtLeast\": \"0\"", Truth.False },
        { "\"versionBelow\": \"9\"", Truth.False },
        { "\"anyItem\": { \"exists\": true }", Truth.False },
        { "\"everyItem\": { \"exists\": true }", Truth.False },
        { "\"pastEndOfLife\": { \"table\": \"os\" }", Truth.False },
        { "\"listedIn\": \"os\"", Truth.False },
        { "\"refersTo\": {}", Truth.False },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Operator_of_a_value_is(string operators, string value, Truth expected) =>
        Evaluated.Leaf(operators, value).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(MissingRows))]
    public void Operator_of_a_missing_field_is(string operators, Truth expected)
    {
        Evaluated.LeafOnMissing(operators).ShouldBe(expected);
        Evaluated.Leaf(operators, "null").ShouldBe(expected);
    }

    [Fact]
    public void Every_operator_has_rows_for_values_and_for_missing_fields()
    {
        static IEnumerable<string> NamesIn(IEnumerable<string> operators) => operators.Select(text => text.Split('"')[1]).Distinct();

        NamesIn(Rows.Select(RowText)).ShouldBe(OperatorTable.Names, ignoreOrder: true);
        NamesIn(MissingRows.Select(RowText)).ShouldBe(OperatorTable.Names, ignoreOrder: true);
    }

    [Fact]
    public void Every_operator_that_has_a_negation_is_its_exact_opposite()
    {
        foreach (var row in Rows)
        {
            var (operators, value) = (RowText(row), (string)Cells(row)[1]);
            var name = operators.Split('"')[1];
            var definition = OperatorTable.Find(name)!;
            if (definition.Name != name || definition.Negation is not { } negation) continue;
            Evaluated.Leaf(operators.Replace($"\"{name}\"", $"\"{negation}\"", StringComparison.Ordinal), value)
                .ShouldBe(Evaluated.Leaf(operators, value).Not(), operators);
        }
    }

    private static string RowText(object row) => (string)Cells(row)[0];

    private static object[] Cells(object row) => (object[])row;
}
