// SPDX-License-Identifier: GPL-3.0-or-later
import { ChatPage } from '@/features/chat/chat-page';

export default ChatPage;
