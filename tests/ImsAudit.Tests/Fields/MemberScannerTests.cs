using System.Text;
using System.Text.Json;
using CsCheck;
using ImsAudit.Fields;
using ImsAudit.Tests.Naive;

namespace ImsAudit.Tests.Fields;

/// <summary>The quick walk over an object against the JSON reader: what it takes, the reader takes, and finds the same.</summary>
public sealed class MemberScannerTests
{
    private const string Noise = "\"\\{}[]:,.-+eE0123456789 \t\r\n\0\u001f\u007f/abfnrtu\u00e9\ud83d\ude00";

    private static readonly Gen<string> Space = Gen.Frequency((40, Gen.Const("")), (20, Pick.Of(" ", "\t", "\r\n")), (1, Pick.Of("\u00a0", "\f")));

    private static readonly Gen<string> Name = Gen.Frequency(
        (12, Pick.Of("id", "name", "", "a b", "fifteen-letters", "sixteen-letters-", "seventeen-letters", "é", "{")),
        (1, Pick.Of("\\u0061", "x\\n", "\t")),
        (1, Gen.Char["abc_-.\" \u001f"].Array[0, 40].Select(letters => new string(letters))));

    private static readonly Gen<string> Member = Gen.Select(Name, Space, Space, Gen.Frequency((12, AnyJson.Value), (3, LongText), (1, Odd)), (name, before, behind, value) => $"\"{name}\"{before}:{behind}{value}");

    private static readonly Gen<string> Line = Gen.Select(Space, Member.Array[0, 5], Space, Gen.Frequency((12, Gen.Const("")), (1, Pick.Of(" ", "\r", ",", "}", "x"))), (begin, members, end, rest) => $"{begin}{{{string.Join($"{end},{begin}", members)}{end}}}{rest}");

    private static Gen<string> LongText => Gen.Char["abc \u00e9\\\"\u0001"].Array[0, 60].Select(letters => $"\"{new string(letters)}\"");

    private static Gen<string> Odd => Pick.Of("01", "-", "1.", "00", "0", "0 ", "-1", "1e5", "12345678901234567890123", "tru", "truex", "True", "nul", "nulll", "\"", "'a'", "", "[1,]", "{\"a\":}", "\"\\x\"", "\"\\u12\"", "/**/1");

    [Fact]
    public void What_is_taken_is_what_the_reader_finds()
    {
        const int Lines = 50_000;
        var taken = 0;
        Gen.Select(Line, Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 3])), Gen.Int[0, 200].Array[3], Gen.Char[Noise].Array[3]).Sample(
            (line, changes, places, letters) => { if (Agree(Encoding.UTF8.GetBytes(Changed(line, changes, places, letters)))) Interlocked.Increment(ref taken); }, iter: Lines);
        // Else it would show nothing.
        taken.ShouldBeInRange(Lines / 20, Lines * 19 / 20);
    }

    [Theory]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void Depth_is_the_readers(int depth) => Agree(Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', depth)}{new string(']', depth)}}}")).ShouldBe(depth <= 63);

    [Theory]
    [InlineData("""{"id":"a","size":12,"protected":true,"x":false,"none":null,"tags":["a"],"n":{"a":1},"text":"with \" quote","real":-1.5e3}""")]
    [InlineData(""" { "id" : "a" , "size" : 0 } """)]
    [InlineData("{}")]
    public void Usual_line_is_taken(string line) => Agree(Encoding.UTF8.GetBytes(line)).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{,"a":1}""")]
    [InlineData("""{"a" 1}""")]
    [InlineData("""{"a":1 "b":2}""")]
    [InlineData("""{"a":1}{}""")]
    [InlineData("""{"a":01}""")]
    [InlineData("{\"a\":\"\u0001\"}")]
    public void What_is_no_object_is_left_to_the_reader(string line) => Agree(Encoding.UTF8.GetBytes(line)).ShouldBeFalse();

    /// <returns>Whether it was taken.</returns>
    private static bool Agree(byte[] line)
    {
        if (Scanned(line) is not { } found) return false;
        found.ShouldBe(Read(line), Encoding.UTF8.GetString(line));
        return true;
    }

    private static string Changed(string line, int changes, int[] places, char[] letters)
    {
        for (var i = 0; i < changes && line.Length > 0; i++)
        {
            var at = places[i] % line.Length;
            line = (places[i] % 3) switch
            {
                0 => line.Remove(at, 1),
                1 => line.Insert(at, letters[i].ToString()),
                _ => line[..at] + letters[i] + line[(at + 1)..],
            };
        }
        return line;
    }

    private static List<(string, ValueKind, int, int, bool)>? Scanned(byte[] line)
    {
        var found = new List<(string, ValueKind, int, int, bool)>();
        var scanner = new MemberScanner(line);
        if (!scanner.Begin()) return null;
        while (scanner.Next()) found.Add((Encoding.UTF8.GetString(scanner.Name), scanner.Kind, scanner.Start, scanner.Length, scanner.IsEscaped));
        return scanner.GivesUp ? null : found;
    }

    private static List<(string, ValueKind, int, int, bool)> Read(byte[] line)
    {
        var found = new List<(string, ValueKind, int, int, bool)>();
        var reader = new Utf8JsonReader(line);
        reader.Read();
        reader.TokenType.ShouldBe(JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.ValueIsEscaped.ShouldBeFalse();
            var name = Encoding.UTF8.GetString(reader.ValueSpan);
            reader.Read();
            var (start, token, escaped) = ((int)reader.TokenStartIndex, reader.TokenType, reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped);
            reader.Skip();
            found.Add((name, FieldValue.KindOf(token), start, (int)reader.BytesConsumed - start, escaped));
        }
        reader.Read().ShouldBeFalse();
        return found;
    }
}
