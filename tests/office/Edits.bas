' What an official does to a document, for tests. Each step looks for its words and fails without them.

Private document As Object

Sub OpenDocument(address As String)
    Dim how(0) As New com.sun.star.beans.PropertyValue
    how(0).Name = "Hidden"
    how(0).Value = True
    document = StarDesktop.loadComponentFromURL(address, "_blank", 0, how())
End Sub

Sub SaveDocument(address As String)
    Dim how(0) As New com.sun.star.beans.PropertyValue
    how(0).Name = "FilterName"
    how(0).Value = "MS Word 2007 XML"
    document.storeToURL(address, how())
    document.close(True)
End Sub

Sub Track(wanted As Boolean)
    document.RecordChanges = wanted
End Sub

Function Found(words As String) As Object
    Dim search As Object
    search = document.createSearchDescriptor()
    search.SearchString = words
    search.SearchCaseSensitive = True
    Found = document.findFirst(search)
End Function

Sub Fail(place As String)
    Dim number As Integer
    number = FreeFile()
    Open place For Output As #number
    Print #number, Error$ & " (line " & Erl & ")"
    Close #number
    StarDesktop.terminate()
End Sub

' A cursor over the paragraph that holds the words, without its end.
Function Paragraph(words As String) As Object
    Dim place As Object, cursor As Object
    place = Found(words)
    cursor = place.Text.createTextCursorByRange(place.Start)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    Paragraph = cursor
End Function

Sub Replace(words As String, others As String)
    Dim place As Object
    place = Found(words)
    place.Text.insertString(place, others, True)
End Sub

Sub TypeAfter(words As String, more As String)
    Dim place As Object
    place = Found(words)
    place.Text.insertString(place.End, more, False)
End Sub

Sub Embolden(words As String)
    Dim place As Object
    place = Found(words)
    place.CharWeight = com.sun.star.awt.FontWeight.BOLD
End Sub

Sub Retype(words As String, others As String)
    Dim place As Object
    place = Paragraph(words)
    place.Text.insertString(place, others, True)
End Sub

Sub EnterAfter(words As String)
    Dim place As Object
    place = Found(words)
    place.Text.insertControlCharacter(place.End, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
End Sub

Sub JoinWithNext(words As String)
    Dim place As Object
    place = Paragraph(words)
    place.collapseToEnd()
    place.goRight(1, True)
    place.Text.insertString(place, " ", True)
End Sub

' The paragraph is cut, and pasted before the one that holds the other words.
Sub MoveBefore(words As String, others As String)
    Dim place As Object, piece As Object, target As Object
    place = Paragraph(words)
    place.goRight(1, True)
    document.CurrentController.select(place)
    piece = document.CurrentController.getTransferable()
    place.Text.insertString(place, "", True)
    target = Paragraph(others)
    target.collapseToStart()
    document.CurrentController.select(target)
    document.CurrentController.insertTransferable(piece)
End Sub

Sub RemoveParagraph(words As String)
    Dim place As Object
    place = Paragraph(words)
    place.goRight(1, True)
    place.Text.insertString(place, "", True)
End Sub

Sub AcceptAll()
    Run ".uno:AcceptAllTrackedChanges", Array()
End Sub

Sub Run(command As String, what)
    Dim helper As Object
    helper = createUnoService("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(document.CurrentController.Frame, command, "", 0, what)
End Sub
