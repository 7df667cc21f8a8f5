namespace ImsAudit.Collection.Walking;

/// <summary>
/// Pages without an image that yet name a page behind them: a server may hide all images of a page from us and have more
/// behind it. A few in a row are followed; a server that gives nothing but these must not be walked for ever.
/// </summary>
internal sealed class EmptyPages
{
    public const int MostInARow = 3;

    private int _inARow;

    /// <summary>How many were followed in the whole walk.</summary>
    public int Followed { get; private set; }

    /// <summary>The number of the first of them, from 1; 0 when there was none.</summary>
    public int First { get; private set; }

    /// <summary>Notes one; false when there were too many in a row.</summary>
    /// <param name="page">Its number, from 1.</param>
    public bool MayFollow(int page)
    {
        if (_inARow == MostInARow) return false;
        _inARow++;
        Followed++;
        if (First == 0) First = page;
        return true;
    }

    /// <summary>A page with images came.</summary>
    public void Ended() => _inARow = 0;
}
